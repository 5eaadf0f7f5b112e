import { ExclamationCircle } from "@medusajs/icons"
import { Badge, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminMappedDiscordRole } from "../../../types/http/role-mapping"
import { type Offer, useOfferText } from "../../hooks/use-offer-text"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { RoleDot } from "../role-dot"

interface RoleTagProps {
  role: AdminMappedDiscordRole & Offer
  showServer: boolean
}

/** One role that a variant gives, with its access length, who has it, and whether the bot can give it at all. */
export const RoleTag = ({ role, showServer }: RoleTagProps) => {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const offered = useOfferText()(role)
  const warning = role.assignable
    ? null
    : t("role.notAssignable", {
        reason: role.message_detail === null ? role.name : say(role.message_detail),
      })
  return (
    <Badge
      size="2xsmall"
      color={warning ? "orange" : "grey"}
      className="min-w-0 max-w-full gap-x-1 px-1.5"
    >
      <RoleDot color={role.color} />
      <span className="truncate">{role.name}</span>
      {showServer && (
        <span className="text-ui-fg-subtle shrink-[9] truncate">
          {t("role.onServer", { server: role.server_name })}
        </span>
      )}
      {role.access_days !== null && (
        <span className="text-ui-fg-subtle shrink-0">
          · {t("role.days", { count: role.access_days })}
        </span>
      )}
      {offered !== null && <span className="text-ui-fg-subtle truncate">· {offered}</span>}
      {warning && (
        <Tooltip content={warning}>
          <button type="button" aria-label={warning} className="shrink-0 cursor-help">
            <ExclamationCircle />
          </button>
        </Tooltip>
      )}
    </Badge>
  )
}
