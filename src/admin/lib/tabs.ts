/** The tab that an address names; an address can be typed by hand. */
export function tabNamed<Tab extends string>(
  tabs: readonly Tab[],
  name: string | null,
): Tab | undefined {
  return tabs.find((tab) => tab === name)
}

/** An address with another tab, at its first page. */
export function withTab(params: URLSearchParams, tab: string): URLSearchParams {
  params.set("tab", tab)
  params.delete("offset")
  return params
}
