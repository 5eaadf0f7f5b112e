import { REST, RESTEvents } from "discord.js"
import type { DiscordOptions } from "../options"
import { bucketOf, type BucketHeaders } from "./buckets"
import type { RateLimits } from "./rate-limits"

const TIMEOUT_MS = 10_000
/** `RateLimits` decides when a call may go; the library's own ceiling must never be what stops one. */
const NO_CEILING = 1_000

/**
 * The HTTP client. It waits for nothing and retries nothing: a failure goes back to its row, so that one slow bucket never
 * holds up another server, and a killed process leaves no hidden queue.
 *
 * @see https://discord.js.org/docs/packages/rest/stable
 */
export function createRest({ apiUrl }: Pick<DiscordOptions, "apiUrl">, limits: RateLimits): REST {
  const rest = new REST({
    api: apiUrl,
    version: "10",
    globalRequestsPerSecond: NO_CEILING,
    offset: 0,
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: () => true,
    userAgentAppendix: "medusa-plugin-discord-roles",
  })
  rest.on(RESTEvents.Response, ({ method, path }, response) => {
    const headers = bucketHeaders(response.headers)
    if (headers) {
      limits.learn(bucketOf(method, path), headers)
    }
  })
  return rest
}

/** Stops the client's own timers, which would otherwise keep a process alive. */
export function closeRest(rest: REST): void {
  rest.clearHashSweeper()
  rest.clearHandlerSweeper()
}

function bucketHeaders(headers: Pick<Headers, "get">): BucketHeaders | null {
  const read = (name: string) => headers.get(`x-ratelimit-${name}`)
  const [limit, remaining, resetAfter] = [read("limit"), read("remaining"), read("reset-after")]
  return limit !== null && remaining !== null && resetAfter !== null
    ? {
        limit: Number(limit),
        remaining: Number(remaining),
        reset_after_ms: Number(resetAfter) * 1000,
      }
    : null
}
