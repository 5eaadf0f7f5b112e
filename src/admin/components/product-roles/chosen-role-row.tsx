import { XMarkMini } from "@medusajs/icons"
import { Badge, Hint } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useOfferText } from "../../hooks/use-offer-text"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { type ChosenRole, MAX_ACCESS_DAYS, parseDays } from "../../lib/role/role-selection"
import { RoleDot } from "../role-dot"
import { DangerLine } from "./danger-line"
import { OfferLine } from "./offer/offer-line"
import { RoleDays } from "./role-days"
import { SettingsHint } from "./settings-hint"

interface ChosenRoleRowProps {
  role: ChosenRole
  variantTitle: string
  showServer: boolean
  onRemove: () => void
  onDaysChange: (days: string | null) => void
  onGiveToEveryone: () => void
}

/** A chosen role as a removable tag, with how long it lasts. */
export const ChosenRoleRow = (props: ChosenRoleRowProps) => {
  const { role, variantTitle, showServer, onRemove, onDaysChange, onGiveToEveryone } = props
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const offered = useOfferText()(role)
  const hintId = useId()
  const invalid = parseDays(role.days) === undefined
  return (
    <li className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Badge
          size="small"
          color={
            role.dangerous_permission_details?.length ? "red" : role.assignable ? "grey" : "orange"
          }
          className="min-w-0 max-w-full gap-x-1.5 pe-1"
        >
          <RoleDot color={role.color} />
          <span className="truncate">{role.name}</span>
          {showServer && (
            <span className="text-ui-fg-subtle shrink-[9] truncate">
              {t("role.onServer", { server: role.server_name })}
            </span>
          )}
          <button
            type="button"
            aria-label={t("product.chosen.remove", { role: role.name, variant: variantTitle })}
            onClick={onRemove}
            className="text-ui-fg-subtle hover:text-ui-fg-base transition-fg focus-visible:shadow-borders-focus shrink-0 rounded-sm outline-none"
          >
            <XMarkMini />
          </button>
        </Badge>
        <RoleDays role={role.name} days={role.days} hintId={hintId} onChange={onDaysChange} />
      </div>
      {invalid && (
        <Hint id={hintId} variant="error">
          {t("product.chosen.daysInvalid", { max: MAX_ACCESS_DAYS })}
        </Hint>
      )}
      {offered !== null && (
        <OfferLine
          text={offered}
          action={t("product.offer.give")}
          label={t("product.offer.giveRole", { role: role.name, variant: variantTitle })}
          onAct={onGiveToEveryone}
        />
      )}
      <DangerLine permissions={role.dangerous_permission_details} />
      {!role.assignable && role.message_detail && (
        <>
          <Hint>{t("role.notAssignable", { reason: say(role.message_detail) })}</Hint>
          <SettingsHint serverId={role.server_id} />
        </>
      )}
    </li>
  )
}
