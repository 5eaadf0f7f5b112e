import { useTranslation } from "react-i18next"
import { ENTITLEMENTS_PATH, type EntitlementFilter } from "../../hooks/api/entitlements"
import { NAMESPACE } from "../../i18n/namespace"
import { DownloadButton } from "../list/download-button"
import { SectionHeader } from "../section-header"

interface EntitlementsHeaderProps {
  filter: EntitlementFilter
  /** How many the filter finds. */
  found: number
}

/** What can be done with all of them. */
export const EntitlementsHeader = ({ filter, found }: EntitlementsHeaderProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <SectionHeader title={t("entitlements.title")} subtitle={t("entitlements.subtitle")}>
      <DownloadButton
        path={ENTITLEMENTS_PATH}
        filter={filter}
        found={found}
        file="discord-access.csv"
        failed={t("entitlements.download.failed")}
      />
    </SectionHeader>
  )
}
