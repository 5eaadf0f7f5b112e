import { DatePicker, Hint, Label, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { isPast, type AccessTerms, MAX_NOTE } from "../../lib/access/access-terms"

interface AccessFieldsProps {
  value: AccessTerms
  onChange: (value: AccessTerms) => void
}

/** Until when an access stands, and why it was given. */
export const AccessFields = ({ value, onChange }: AccessFieldsProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const late = isPast(value)
  return (
    <>
      <div className="flex flex-col gap-y-2">
        <Label id={`${id}-end`} size="small" weight="plus">
          {t("customer.manual.form.end")}
        </Label>
        <DatePicker
          aria-labelledby={`${id}-end`}
          aria-describedby={`${id}-end-hint`}
          granularity="minute"
          shouldCloseOnSelect={false}
          modal
          isInvalid={late}
          value={value.ends_at}
          onChange={(ends_at) => onChange({ ...value, ends_at })}
        />
        <Hint id={`${id}-end-hint`} variant={late ? "error" : "info"}>
          {t(late ? "customer.manual.form.past" : "customer.manual.form.endHint")}
        </Hint>
      </div>
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={`${id}-note`} size="small" weight="plus">
          {t("customer.manual.form.note")}
        </Label>
        <Textarea
          id={`${id}-note`}
          rows={3}
          maxLength={MAX_NOTE}
          value={value.note}
          placeholder={t("customer.manual.form.notePlaceholder")}
          onChange={(event) => onChange({ ...value, note: event.target.value })}
        />
      </div>
    </>
  )
}
