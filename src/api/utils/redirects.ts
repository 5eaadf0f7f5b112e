/**
 * Whether a browser may be sent to a page: it must be one of the configured pages, whatever its query says.
 *
 * @param target absolute URL
 * @param allowed the `redirectUrls` option
 */
export function isAllowedRedirect(target: string, allowed: readonly string[]): boolean {
  const url = URL.canParse(target) ? new URL(target) : null
  return (
    url !== null &&
    url.username === "" &&
    url.password === "" &&
    allowed.some((entry) => {
      const page = new URL(entry)
      return page.origin === url.origin && trimmed(page.pathname) === trimmed(url.pathname)
    })
  )
}

/** The page with one more query parameter. */
export function withQuery(target: string, query: Record<string, string>): string {
  const url = new URL(target)
  Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, value))
  return url.toString()
}

function trimmed(pathname: string): string {
  return pathname.replace(/\/+$/, "")
}
