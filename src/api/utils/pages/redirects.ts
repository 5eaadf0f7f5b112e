import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { refused } from "../../../modules/discord/refused"
import type { DiscordOptions } from "../../../modules/discord/options"

/**
 * Where a browser goes once it comes back from Discord.
 *
 * @param wanted the caller's wish; the first of `redirectUrls` when left out
 * @returns null for the plugin's own page, where the store has named none
 * @throws MedusaError INVALID_DATA when it is none of the store's pages
 */
export function pageToReturnTo(
  { redirectUrls }: Pick<DiscordOptions, "redirectUrls">,
  wanted: string | undefined,
): string | null {
  const page = wanted ?? redirectUrls[0] ?? null
  if (page !== null && !isAllowedRedirect(page, redirectUrls)) {
    throw refused(MedusaError.Types.INVALID_DATA, say("request.redirect_unknown"))
  }
  return page
}

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
