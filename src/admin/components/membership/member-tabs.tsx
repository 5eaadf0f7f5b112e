import { Badge, Tabs } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembershipCounts } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { countIn, MEMBER_TABS, tabNamed, type MemberTab } from "../../lib/membership/member-tab"
import { localeOf } from "../../lib/text/locale"

interface MemberTabsProps {
  /** Undefined while nobody has chosen one and it is not known where to begin. */
  tab: MemberTab | undefined
  counts: AdminDiscordMembershipCounts | undefined
  onOpen: (tab: MemberTab) => void
  /** What the open tab shows. */
  children: ReactNode
}

/** Whose move it is, and of how many. */
export const MemberTabs = ({ tab, counts, onOpen, children }: MemberTabsProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  const handleChange = (name: string) => {
    const chosen = tabNamed(name)
    if (chosen) {
      onOpen(chosen)
    }
  }
  return (
    <Tabs value={tab ?? ""} onValueChange={handleChange} className="divide-y">
      <Tabs.List aria-label={t("members.tabs.label")} className="flex-wrap px-6 py-4">
        {MEMBER_TABS.map((each) => (
          <Tabs.Trigger key={each} value={each} className="gap-x-2">
            {t(`members.tabs.${each}`)}
            {counts && (
              <Badge size="2xsmall" rounded="full">
                {number.format(countIn(each, counts))}
              </Badge>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {/* Always the open one: the table stays, and what it shows changes. */}
      <Tabs.Content value={tab ?? ""}>{children}</Tabs.Content>
    </Tabs>
  )
}
