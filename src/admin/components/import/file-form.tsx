import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Hint, Label, Text, Textarea } from "@medusajs/ui"
import { useId, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { ChooseFile } from "./choose-file"
import type { ChosenFile } from "./chosen-file"
import { DownloadExample } from "./download-example"

interface FileFormProps {
  file: ChosenFile
  isChecking: boolean
  error: unknown
  onChange: (file: ChosenFile) => void
  onCheck: () => void
}

/** Chooses a file, or takes what is pasted; nothing is changed before the admin has seen what would happen. */
export const FileForm = ({ file, isChecking, error, onChange, onCheck }: FileFormProps) => {
  const { t } = useTranslation(NAMESPACE)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    onCheck()
  }
  return (
    <form onSubmit={handleSubmit} className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Columns />
        <ChooseFile file={file} onChange={onChange} />
        {file.name === null && (
          <PasteField csv={file.csv} onChange={(csv) => onChange({ name: null, csv })} />
        )}
        {error !== null && <LoadError title={t("imports.checkFailed")} error={error} />}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("actions.cancel")}
          </Button>
        </RouteDrawer.Close>
        <Button size="small" type="submit" disabled={file.csv.trim() === ""} isLoading={isChecking}>
          {t("imports.check")}
        </Button>
      </RouteDrawer.Footer>
    </form>
  )
}

const GROUPS = ["who", "access", "link"] as const

/** Which columns a file may have, and what a date without a time means. */
const Columns = () => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex flex-col items-start gap-y-2">
      <dl className="flex flex-col gap-y-2">
        {GROUPS.map((group) => (
          <div key={group}>
            <dt className="txt-small-plus">{t(`imports.columns.${group}`)}</dt>
            <dd className="txt-small text-ui-fg-subtle break-words text-pretty">
              {t(`imports.columns.${group}Names`)}
            </dd>
          </div>
        ))}
      </dl>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("imports.columns.dates")}
      </Text>
      <DownloadExample />
    </div>
  )
}

const PasteField = ({ csv, onChange }: { csv: string; onChange: (csv: string) => void }) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("imports.paste")}
      </Label>
      <Textarea
        id={id}
        rows={6}
        spellCheck={false}
        className="txt-compact-small font-mono"
        value={csv}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={`${id}-hint`}>{t("imports.pasteHint")}</Hint>
    </div>
  )
}
