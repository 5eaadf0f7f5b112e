import { useTranslation } from "react-i18next"
import { useProductDiscordRoles } from "../../../hooks/api/product-roles"
import { useVariantFacts } from "../../../hooks/api/product-variants"
import { NAMESPACE } from "../../../i18n/namespace"
import { type CopySource as Source, copySources } from "../../../lib/role/copy-roles"
import type { VariantFacts } from "../../../lib/role/variant-facts"
import { LoadError } from "../../load-error"
import { Loading } from "../../loading"
import { CopyChoice } from "./copy-choice"

interface CopySourceProps {
  productId: string
  variants: readonly VariantFacts[]
  onCopy: (pairs: ReadonlyMap<string, Source>) => void
}

/** Reads what the other product gives now. */
export const CopySource = ({ productId, variants, onCopy }: CopySourceProps) => {
  const { t } = useTranslation(NAMESPACE)
  const theirs = useVariantFacts(productId)
  const saved = useProductDiscordRoles(productId, { refetchOnMount: "always" })
  const failed = [theirs, saved].find(({ isError }) => isError)
  if (failed) {
    return (
      <LoadError
        title={t("errors.loadProductRoles")}
        error={failed.error}
        onRetry={() => void failed.refetch()}
      />
    )
  }
  if (!theirs.variants || !saved.data || saved.isFetching) {
    return <Loading label={t("product.loading")} rows={2} />
  }
  return (
    <CopyChoice
      variants={variants}
      sources={copySources(theirs.variants, saved.data.variants)}
      onCopy={onCopy}
    />
  )
}
