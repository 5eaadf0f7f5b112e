import { Hint, Label, Select, Textarea, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { SUSPENSION_REASONS, type SuspensionReason } from "../../../types/http/words"
import { useSuspendAccess } from "../../hooks/api/entitlements"
import { NAMESPACE } from "../../i18n/namespace"
import { MAX_NOTE } from "../../lib/access/access-terms"
import type { Suspendable } from "../../lib/access/suspension"
import { AccessDrawer, AccessForm } from "./access-drawer"

interface SuspendDrawerProps {
  access: Suspendable
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks why, and says what follows, before an access gives nothing any more. */
export const SuspendDrawer = ({ access, open, onOpenChange }: SuspendDrawerProps) => {
  const { t } = useTranslation(NAMESPACE)
  const variant = access.variant.title ?? access.variant.id
  return (
    <AccessDrawer
      title={t("access.suspension.suspend.title", { variant })}
      description={t("access.suspension.suspend.description")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <SuspendForm id={access.id} variant={variant} onDone={() => onOpenChange(false)} />
    </AccessDrawer>
  )
}

const SuspendForm = (props: { id: string; variant: string; onDone: () => void }) => {
  const { id, variant, onDone } = props
  const { t } = useTranslation(NAMESPACE)
  const [reason, setReason] = useState<SuspensionReason>()
  const [note, setNote] = useState("")
  const [isMissing, setIsMissing] = useState(false)
  const suspend = useSuspendAccess(id)

  const handleSubmit = () => {
    setIsMissing(!reason)
    if (!reason) {
      return
    }
    suspend.mutate(
      { reason, note: note.trim() || null },
      {
        onSuccess: () => {
          toast.success(t("access.suspension.suspend.done", { variant }))
          onDone()
        },
      },
    )
  }

  return (
    <AccessForm
      submitLabel={t("access.suspension.suspend.action")}
      isPending={suspend.isPending}
      isDirty={reason !== undefined || note !== ""}
      failure={
        suspend.isError
          ? { title: t("access.suspension.suspend.failed"), error: suspend.error }
          : undefined
      }
      onSubmit={handleSubmit}
    >
      <ReasonField
        value={reason}
        isMissing={isMissing}
        onChange={(chosen) => {
          setReason(chosen)
          setIsMissing(false)
        }}
      />
      <NoteField value={note} onChange={setNote} />
    </AccessForm>
  )
}

interface ReasonFieldProps {
  value: SuspensionReason | undefined
  isMissing: boolean
  onChange: (reason: SuspensionReason) => void
}

const ReasonField = ({ value, isMissing, onChange }: ReasonFieldProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("access.suspension.suspend.reason")}
      </Label>
      <Select value={value ?? ""} onValueChange={(chosen) => onChange(chosen as SuspensionReason)}>
        <Select.Trigger id={id} aria-invalid={isMissing} aria-describedby={`${id}-hint`}>
          <Select.Value placeholder={t("access.suspension.suspend.choose")} />
        </Select.Trigger>
        <Select.Content>
          {SUSPENSION_REASONS.map((reason) => (
            <Select.Item key={reason} value={reason}>
              {t(`access.suspension.reason.${reason}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
      {isMissing && (
        <Hint id={`${id}-hint`} variant="error">
          {t("access.suspension.suspend.reasonMissing")}
        </Hint>
      )}
    </div>
  )
}

const NoteField = ({ value, onChange }: { value: string; onChange: (note: string) => void }) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("customer.manual.form.note")}
      </Label>
      <Textarea
        id={id}
        rows={3}
        maxLength={MAX_NOTE}
        value={value}
        aria-describedby={`${id}-hint`}
        placeholder={t("access.suspension.suspend.notePlaceholder")}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={`${id}-hint`}>{t("access.suspension.suspend.noteHint")}</Hint>
    </div>
  )
}
