import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useLocation } from "react-router-dom"
import type { AdminDiscordMembershipCounts } from "../../../types/http"
import { useDownloadMemberships, type MembershipFilter } from "../../hooks/api/memberships"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { isAnybodyStuck } from "../../lib/membership/member-tab"
import { saveFile } from "../../lib/save-file"
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
  const errorMessage = useErrorMessage()
  const { mutate, isPending } = useDownloadMemberships()
  const tryAll = useTryAllAgain(filter.server_id)
  const handleDownload = () =>
    mutate(filter, {
      onSuccess: (file) => saveFile(file, "discord-members.csv"),
      onError: (error) =>
        toast.error(t("members.download.failed"), { description: errorMessage(error) }),
    })
  return (
    <SectionHeader title={t("members.title")} subtitle={t("members.subtitle")}>
      <Button size="small" variant="secondary" asChild>
        <Link to={{ pathname: "import", search }}>{t("imports.action")}</Link>
      </Button>
      <Button
        size="small"
        variant="secondary"
        disabled={found === 0}
        isLoading={isPending}
        onClick={handleDownload}
      >
        {t("members.download.action")}
      </Button>
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
