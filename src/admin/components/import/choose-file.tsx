import { Button, Hint, Text } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { MAX_IMPORT_BYTES } from "../../../types/http/words"
import { NAMESPACE } from "../../i18n/namespace"
import { decodeFile } from "../../lib/import/decode-file"
import type { ChosenFile } from "./chosen-file"

interface ChooseFileProps {
  file: ChosenFile
  onChange: (file: ChosenFile) => void
}

/** A file from the admin's computer, read here: the store is sent its text. */
export const ChooseFile = ({ file, onChange }: ChooseFileProps) => {
  const { t } = useTranslation(NAMESPACE)
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const take = async (chosen: File) => {
    if (chosen.size > MAX_IMPORT_BYTES) {
      setProblem(t("imports.tooLarge", { name: chosen.name, max: MAX_IMPORT_BYTES / 1_000_000 }))
      return
    }
    try {
      const csv = decodeFile(await chosen.arrayBuffer())
      setProblem(null)
      onChange({ name: chosen.name, csv })
    } catch {
      setProblem(t("imports.unread", { name: chosen.name }))
    }
  }

  return (
    <div className="flex flex-col items-start gap-y-2">
      {file.name !== null && (
        <Text size="small" weight="plus" className="break-all">
          {file.name}
        </Text>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("imports.choose")}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          // The same file, mended, can be chosen again.
          event.target.value = ""
          if (chosen) {
            void take(chosen)
          }
        }}
      />
      <Button type="button" size="small" variant="secondary" onClick={() => input.current?.click()}>
        {t(file.name === null ? "imports.choose" : "imports.chooseOther")}
      </Button>
      {problem !== null && (
        <Hint variant="error" role="alert">
          {problem}
        </Hint>
      )}
    </div>
  )
}
