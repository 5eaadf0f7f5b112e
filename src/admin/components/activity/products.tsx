import { useTranslation } from "react-i18next"
import type { AdminDiscordVariant } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { byProduct } from "../../lib/activity/entry"
import { TextLink } from "../text-link"

/** Variants by the names a shopkeeper knows, each product a link; what was deleted by what is left of it. */
export const Products = ({ variants }: { variants: readonly AdminDiscordVariant[] }) => {
  const { t } = useTranslation(NAMESPACE)
  const deleted = variants.filter(({ product_id }) => product_id === null)
  return (
    <span className="flex flex-col gap-y-0.5 whitespace-normal">
      {byProduct(variants).map(({ product_id, product, variants: titles }) => (
        <span key={product_id}>
          <TextLink to={`/products/${product_id}`}>
            {titles.length > 0 ? `${product}: ${titles.join(", ")}` : product}
          </TextLink>
        </span>
      ))}
      {deleted.map(({ id }) => (
        <span key={id} className="break-all">
          {t("access.deletedVariant", { id })}
        </span>
      ))}
    </span>
  )
}
