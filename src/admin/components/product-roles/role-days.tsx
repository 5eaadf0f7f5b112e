import { XMarkMini } from "@medusajs/icons"
import { Button, Input, Text } from "@medusajs/ui"
import { useCallback, useRef } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { parseDays } from "../../lib/role/role-selection"

/** What a length begins as: a month is what most shops sell. */
const USUAL_DAYS = "30"

interface RoleDaysProps {
  role: string
  /** As typed; null = as long as owned. */
  days: string | null
  /** Of the hint beside it, where the days are no length. */
  hintId: string
  onChange: (days: string | null) => void
}

/** How long a purchase gives a role: "As long as they own it", or "Keep for 30 days". */
export const RoleDays = ({ role, days, hintId, onChange }: RoleDaysProps) => {
  const { t } = useTranslation(NAMESPACE)
  const pressed = useRef(false)
  // What was pressed is gone with the choice: the focus goes to what stands there instead.
  const takeFocus = useCallback((element: HTMLInputElement | HTMLButtonElement | null) => {
    if (element && pressed.current) {
      pressed.current = false
      element.focus()
      if (element instanceof HTMLInputElement) {
        element.select()
      }
    }
  }, [])
  const choose = (chosen: string | null) => {
    pressed.current = true
    onChange(chosen)
  }
  if (days === null) {
    return (
      <Button
        ref={takeFocus}
        type="button"
        size="small"
        variant="transparent"
        className="text-ui-fg-subtle shrink-0"
        aria-label={t("product.chosen.limit", { role })}
        onClick={() => choose(USUAL_DAYS)}
      >
        {t("product.chosen.unlimited")}
      </Button>
    )
  }
  const invalid = parseDays(days) === undefined
  return (
    <div className="flex shrink-0 items-center gap-x-2">
      <Text size="small" leading="compact" className="text-ui-fg-subtle" aria-hidden>
        {t("product.chosen.daysBefore")}
      </Text>
      <Input
        ref={takeFocus}
        size="small"
        // Not type="number": it hands over "" for what it cannot read.
        inputMode="numeric"
        autoComplete="off"
        className="w-16"
        value={days}
        aria-label={t("product.chosen.days", { role })}
        aria-invalid={invalid}
        aria-describedby={invalid ? hintId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <Text size="small" leading="compact" className="text-ui-fg-subtle" aria-hidden>
        {t("product.chosen.daysUnit")}
      </Text>
      <button
        type="button"
        aria-label={t("product.chosen.noLimit", { role })}
        title={t("product.chosen.unlimited")}
        onClick={() => choose(null)}
        className="text-ui-fg-subtle hover:text-ui-fg-base transition-fg focus-visible:shadow-borders-focus shrink-0 rounded-sm outline-none"
      >
        <XMarkMini />
      </button>
    </div>
  )
}
