import { Button, Label, Select, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"
import { type CopySource, pairsByTitle, pairsFromOne } from "../../../lib/role/copy-roles"
import type { VariantFacts } from "../../../lib/role/variant-facts"

/** Chosen where variants of both products have one name. */
const BY_TITLE = "by-title"

interface CopyChoiceProps {
  variants: readonly VariantFacts[]
  sources: readonly CopySource[]
  onCopy: (pairs: ReadonlyMap<string, CopySource>) => void
}

/** Which variant takes its roles from which: those of one name, or all from one. */
export const CopyChoice = ({ variants, sources, onCopy }: CopyChoiceProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const byTitle = pairsByTitle(variants, sources)
  const [value, setValue] = useState(byTitle.size > 0 ? BY_TITLE : "")
  const source = sources.find((each) => each.id === value)
  const pairs = value === BY_TITLE ? byTitle : source && pairsFromOne(variants, source)

  if (sources.length === 0) {
    return (
      <Text size="small" role="status" className="text-ui-fg-subtle">
        {t("product.copy.nothing")}
      </Text>
    )
  }
  return (
    <>
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={id} size="small" weight="plus">
          {t("product.copy.from")}
        </Label>
        <Select value={value} onValueChange={setValue}>
          <Select.Trigger id={id}>
            <Select.Value placeholder={t("product.copy.fromPlaceholder")} />
          </Select.Trigger>
          <Select.Content>
            {byTitle.size > 0 && (
              <Select.Item value={BY_TITLE}>
                {t("product.copy.byTitle", { total: variants.length, matched: byTitle.size })}
              </Select.Item>
            )}
            {sources.map(({ id: sourceId, title, roles }) => (
              <Select.Item key={sourceId} value={sourceId}>
                {t("product.copy.one", {
                  variant: title,
                  roles: roles.map(({ name }) => name).join(", "),
                })}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={!pairs}
        onClick={() => pairs && onCopy(pairs)}
      >
        {t("product.copy.copy")}
      </Button>
    </>
  )
}
