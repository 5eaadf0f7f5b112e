import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembershipCounts } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { countIn, MEMBER_TABS, type MemberTab } from "../../lib/membership/member-tab"
import { CountTabs } from "../list/count-tabs"

interface MemberTabsProps {
  /** Undefined while nobody has chosen one and it is not known where to begin. */
  tab: MemberTab | undefined
  counts: AdminDiscordMembershipCounts | undefined
  onOpen: (tab: MemberTab) => void
  /** What the open tab shows. */
  children: ReactNode
}

/** Whose move it is, and of how many. */
export const MemberTabs = ({ counts, ...props }: MemberTabsProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <CountTabs
      label={t("members.tabs.label")}
      tabs={MEMBER_TABS}
      titleOf={(tab) => t(`members.tabs.${tab}`)}
      countOf={counts && ((tab) => countIn(tab, counts))}
      {...props}
    />
  )
}
