import { Users } from "@medusajs/icons"
import { IconButton, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { NAMESPACE } from "../../i18n/namespace"
import { accessTo } from "../../lib/entitlement/access-link"

/** Leads to everybody who has access to one variant. */
export const AccessToVariant = ({ id, title }: { id: string; title: string }) => {
  const { t } = useTranslation(NAMESPACE)
  const label = t("product.whoHasAccessTo", { variant: title })
  return (
    <Tooltip content={label}>
      <IconButton size="2xsmall" variant="transparent" asChild>
        <Link to={accessTo("variant_id", id)} aria-label={label}>
          <Users />
        </Link>
      </IconButton>
    </Tooltip>
  )
}
