import { useTranslation } from "react-i18next"
import type { AdminDiscordVariant } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { TextLink } from "../text-link"

/** A variant by its names, or what is left of one that was deleted. */
export const VariantLink = ({ variant }: { variant: AdminDiscordVariant }) => {
  const { t } = useTranslation(NAMESPACE)
  const name = [variant.product_title, variant.title].filter(Boolean).join(" · ")
  if (!variant.product_id || !name) {
    return <span>{name || t("access.deletedVariant", { id: variant.id })}</span>
  }
  return <TextLink to={`/products/${variant.product_id}/variants/${variant.id}`}>{name}</TextLink>
}
