import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminKeptDiscordRole } from "../../../../types/http/role-mapping"
import { useOfferText } from "../../../hooks/use-offer-text"
import { NAMESPACE } from "../../../i18n/namespace"
import { RoleDot } from "../../role-dot"
import { OfferLine } from "./offer-line"

interface KeptRolesProps {
  roles: readonly AdminKeptDiscordRole[]
  variantTitle: string
  onTake: (role: AdminKeptDiscordRole) => void
}

/** What earlier buyers of a variant have and new ones do not get. */
export const KeptRoles = ({ roles, variantTitle, onTake }: KeptRolesProps) => {
  const { t } = useTranslation(NAMESPACE)
  const offerText = useOfferText()
  return (
    <ul
      aria-label={t("product.offer.list", { variant: variantTitle })}
      className="flex flex-col gap-y-2"
    >
      {roles.map((role) => (
        <li key={`${role.role_id} ${role.offered_until}`} className="flex flex-col gap-y-1">
          <Badge size="small" color="grey" className="min-w-0 max-w-full gap-x-1.5 self-start">
            <RoleDot color={role.color} />
            <span className="truncate">{role.name}</span>
            {role.access_days !== null && (
              <span className="text-ui-fg-subtle shrink-0">
                · {t("role.days", { count: role.access_days })}
              </span>
            )}
          </Badge>
          <OfferLine
            text={offerText(role) ?? ""}
            action={t("product.offer.take")}
            label={t("product.offer.takeRole", { role: role.name, variant: variantTitle })}
            onAct={() => onTake(role)}
          />
        </li>
      ))}
    </ul>
  )
}
