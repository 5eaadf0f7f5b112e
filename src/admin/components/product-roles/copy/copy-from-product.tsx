import { XMark } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"
import type { CopySource as Source } from "../../../lib/role/copy-roles"
import type { VariantFacts } from "../../../lib/role/variant-facts"
import { CopySource } from "./copy-source"
import { ProductPicker } from "./product-picker"

interface CopyFromProductProps {
  productId: string
  variants: readonly VariantFacts[]
  /** @returns the names of roles that were left out, as they cannot be given */
  onCopy: (pairs: ReadonlyMap<string, Source>) => readonly string[]
  /** Another way to choose many at once, beside the button. */
  children?: ReactNode
}

/** Takes the roles of another product's variants into the form. Nothing is saved by it. */
export const CopyFromProduct = (props: CopyFromProductProps) => {
  const { productId, variants, onCopy, children } = props
  const { t } = useTranslation(NAMESPACE)
  const [isOpen, setOpen] = useState(false)
  const [from, setFrom] = useState<string>()
  const [outcome, setOutcome] = useState<string[]>([])

  const close = () => {
    setOpen(false)
    setFrom(undefined)
  }
  const handleCopy = (pairs: ReadonlyMap<string, Source>) => {
    const leftOut = onCopy(pairs)
    setOutcome([
      t("product.copy.done", { count: pairs.size }),
      ...(leftOut.length > 0 ? [t("product.copy.leftOut", { roles: leftOut.join(", ") })] : []),
    ])
    close()
  }
  if (!isOpen) {
    return (
      <div className="flex flex-col gap-y-2">
        <div className="flex flex-wrap gap-2">
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => {
              setOutcome([])
              setOpen(true)
            }}
          >
            {t("product.copy.open")}
          </Button>
          {children}
        </div>
        <Text size="small" role="status" className="text-ui-fg-subtle text-pretty empty:hidden">
          {outcome.join(" ")}
        </Text>
      </div>
    )
  }
  return (
    <div
      role="group"
      aria-label={t("product.copy.open")}
      className="shadow-borders-base flex flex-col gap-y-4 rounded-lg p-4"
      onKeyDown={(event) => {
        // Else Enter in the search would save, and close the pane.
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
          event.preventDefault()
        }
      }}
    >
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact" weight="plus">
          {t("product.copy.open")}
        </Text>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("actions.close")}
          onClick={close}
        >
          <XMark />
        </IconButton>
      </div>
      <ProductPicker value={from} excluded={productId} onChange={setFrom} />
      {from && <CopySource key={from} productId={from} variants={variants} onCopy={handleCopy} />}
    </div>
  )
}
