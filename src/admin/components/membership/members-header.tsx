import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useLocation } from "react-router-dom"
import type { AdminDiscordMembershipCounts } from "../../../types/http"
import { MEMBERSHIPS_PATH, type MembershipFilter } from "../../hooks/api/memberships"
import { NAMESPACE } from "../../i18n/namespace"
import { isAnybodyStuck } from "../../lib/membership/member-tab"
import { DownloadButton } from "../list/download-button"
import { SectionHeader } from "../section-header"
import { useTryAllAgain } from "./use-try-all-again"

interface MembersHeaderProps {
  filter: MembershipFilter
  counts: AdminDiscordMembershipCounts | undefined
  /** How many the filter finds. */
  found: number
}

/** What can be done with all of them. */
export const MembersHeader = ({ filter, counts, found }: MembersHeaderProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { search } = useLocation()
  const tryAll = useTryAllAgain(filter.server_id)
  return (
    <SectionHeader title={t("members.title")} subtitle={t("members.subtitle")}>
      <Button size="small" variant="secondary" asChild>
        <Link to={{ pathname: "import", search }}>{t("imports.action")}</Link>
      </Button>
      <DownloadButton
        path={MEMBERSHIPS_PATH}
        filter={filter}
        found={found}
        file="discord-members.csv"
        failed={t("members.download.failed")}
      />
      <Button
        size="small"
        variant="secondary"
        disabled={!counts || !isAnybodyStuck(counts)}
        isLoading={tryAll.isPending}
        onClick={tryAll.start}
      >
        {t("members.retry.all")}
      </Button>
    </SectionHeader>
  )
}
