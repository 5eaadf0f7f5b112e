import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { exampleFile } from "../../lib/import/example-file"
import { saveFile } from "../../lib/save-file"
import { localeOf } from "../../lib/text/locale"

export const DownloadExample = () => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const save = () =>
    saveFile(exampleFile(localeOf(i18n.language), new Date()), "discord-import-example.csv")
  return (
    <Button type="button" size="small" variant="secondary" onClick={save}>
      {t("imports.example")}
    </Button>
  )
}
