import { Badge, Tabs } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { tabNamed } from "../../lib/tabs"
import { localeOf } from "../../lib/text/locale"

interface CountTabsProps<Tab extends string> {
  /** What the tabs divide a list by, for those who cannot see it. */
  label: string
  tabs: readonly Tab[]
  titleOf: (tab: Tab) => string
  /** How many rows a tab has; undefined while that is not known. */
  countOf: ((tab: Tab) => number) | undefined
  /** Undefined while nobody has chosen one and it is not known where to begin. */
  tab: Tab | undefined
  onOpen: (tab: Tab) => void
  /** What the open tab shows. */
  children: ReactNode
}

/** A list in parts, each with the number of its rows. */
export const CountTabs = <Tab extends string>({
  label,
  tabs,
  titleOf,
  countOf,
  tab,
  onOpen,
  children,
}: CountTabsProps<Tab>) => {
  const { i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  const handleChange = (name: string) => {
    const chosen = tabNamed(tabs, name)
    if (chosen) {
      onOpen(chosen)
    }
  }
  return (
    <Tabs value={tab ?? ""} onValueChange={handleChange} className="divide-y">
      <Tabs.List aria-label={label} className="flex-wrap px-6 py-4">
        {tabs.map((each) => (
          <Tabs.Trigger key={each} value={each} className="gap-x-2">
            {titleOf(each)}
            {countOf && (
              <Badge size="2xsmall" rounded="full">
                {number.format(countOf(each))}
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
