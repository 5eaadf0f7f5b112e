import type { Page } from "playwright-core"

/** A request of the plugin's that a page sent while it loaded; times by the page's clock, in milliseconds. */
export interface SentRequest {
  path: string
  query: Record<string, string>
  started: number
  ended: number
}

/** What the page has asked the plugin's routes since it was opened, in the order asked. */
export async function requestsOf(page: Page): Promise<SentRequest[]> {
  const entries = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name, startTime, duration }) => ({ name, startTime, duration })),
  )
  return entries
    .map(({ name, startTime, duration }) => ({ url: new URL(name), startTime, duration }))
    .filter(({ url }) => isOurs(url))
    .map(({ url, startTime, duration }) => ({
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      started: startTime,
      ended: startTime + duration,
    }))
    .sort((a, b) => a.started - b.started)
}

/** Our own routes, and the variants that the product page's widget reads beside them: the dashboard asks for fewer. */
function isOurs({ pathname, searchParams }: URL): boolean {
  return (
    /^\/admin\/.*discord/.test(pathname) ||
    (/^\/admin\/products\/[^/]+\/variants$/.test(pathname) && searchParams.get("limit") === "1000")
  )
}

/** Forgets what was asked so far, so that what a click brings can be told from it. */
export async function forgetRequests(page: Page): Promise<void> {
  await page.evaluate(() => performance.clearResourceTimings())
}

/**
 * How many rounds the requests took: a request that began after another had been answered may have waited for it. Asking the
 * same again later is looking again, not loading.
 */
export function roundsOf(requests: readonly SentRequest[]): SentRequest[][] {
  const seen = new Set<string>()
  const rounds: SentRequest[][] = []
  for (const request of requests) {
    const same = `${request.path}?${JSON.stringify(request.query)}`
    if (seen.has(same)) continue
    seen.add(same)
    const round = rounds.findLastIndex((each) => each.some(({ ended }) => ended <= request.started))
    const place = round + 1
    rounds[place] = [...(rounds[place] ?? []), request]
  }
  return rounds
}
