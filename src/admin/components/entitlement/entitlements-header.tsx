import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDownloadEntitlements, type EntitlementFilter } from "../../hooks/api/entitlements"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { saveFile } from "../../lib/save-file"
import { SectionHeader } from "../section-header"

interface EntitlementsHeaderProps {
  filter: EntitlementFilter
  /** How many the filter finds. */
  found: number
}

/** What can be done with all of them. */
export const EntitlementsHeader = ({ filter, found }: EntitlementsHeaderProps) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const { mutate, isPending } = useDownloadEntitlements()
  const handleDownload = () =>
    mutate(filter, {
      onSuccess: (file) => saveFile(file, "discord-access.csv"),
      onError: (error) =>
        toast.error(t("entitlements.download.failed"), { description: errorMessage(error) }),
    })
  return (
    <SectionHeader title={t("entitlements.title")} subtitle={t("entitlements.subtitle")}>
      <Button
        size="small"
        variant="secondary"
        disabled={found === 0}
        isLoading={isPending}
        onClick={handleDownload}
      >
        {t("entitlements.download.action")}
      </Button>
    </SectionHeader>
  )
}
