import { DefaultRestOptions, REST, type RESTOptions } from "discord.js"
import type { DiscordOptions } from "../options"
import { bucketOf, type BucketHeaders } from "./buckets"
import { CallsSeen, routeOf } from "./calls-seen"
import { DiscordFailure } from "./errors"
import type { RateLimits } from "./rate-limits"

const TIMEOUT_MS = 10_000
/** `RateLimits` decides when a call may go; the library's own ceiling must never be what stops one. */
const NO_CEILING = 1_000
const VERSION = "10"
/** As package.json says. */
export const PLUGIN_VERSION = "0.1.0"
/**
 * Discord wants to know whom to write to. The library would name itself.
 *
 * @see https://docs.discord.com/developers/reference#user-agent
 */
export const USER_AGENT = `DiscordBot (https://github.com/medusa-plugin-discord-roles/medusa-plugin-discord-roles, ${PLUGIN_VERSION})`
/** However long a 429 says to wait, it is worth a look after this: proxies have been seen to send nonsense. */
const RETRY_AFTER_MAX_MS = 10 * 60_000

export interface RestOptions extends Pick<DiscordOptions, "apiUrl"> {
  /** Longest wait for an answer with all of its body. */
  timeoutMs?: number
}

/** The library sends one call of a bucket at a time: with several clients, one slow answer holds up nobody else. */
const CLIENTS = 4

/** The HTTP clients behind all calls, used side by side. */
export class RestPool {
  readonly #clients: { rest: REST; inFlight: number }[]

  constructor(options: RestOptions, limits: RateLimits, calls = new CallsSeen()) {
    this.#clients = Array.from({ length: CLIENTS }, () => ({
      rest: createRest(options, limits, calls),
      inFlight: 0,
    }))
  }

  /** Makes a call on the client that has least to do. */
  async run<T>(call: (rest: REST) => Promise<T>): Promise<T> {
    const client = this.#clients.reduce((best, other) =>
      other.inFlight < best.inFlight ? other : best,
    )
    client.inFlight++
    try {
      return await call(client.rest)
    } finally {
      client.inFlight--
    }
  }

  /** Stops the library's own timers, which would otherwise keep a process alive. */
  close(): void {
    for (const { rest } of this.#clients) {
      rest.clearHashSweeper()
      rest.clearHandlerSweeper()
    }
  }
}

/**
 * One HTTP client. It waits for nothing and retries nothing: a failure goes back to its row, so that one slow bucket never
 * holds up another server, and a killed process leaves no hidden queue.
 *
 * @see https://discord.js.org/docs/packages/rest/stable
 */
function createRest(
  { apiUrl, timeoutMs = TIMEOUT_MS }: RestOptions,
  limits: RateLimits,
  calls: CallsSeen,
): REST {
  return new REST({
    api: apiUrl,
    version: VERSION,
    globalRequestsPerSecond: NO_CEILING,
    offset: 0,
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    makeRequest: learningFrom(`${apiUrl}/v${VERSION}`, limits, calls),
  })
}

/**
 * Sends a request and learns from its answer, whatever it is. The whole body is read while the library's timeout still
 * runs, so that an answer cut off half-way is no answer. A 429 ends the call here, and no header of the limits goes on to
 * the library: it would keep books of its own, and hold back calls by them.
 *
 * @param base what a route's path follows in the address
 */
function learningFrom(
  base: string,
  limits: RateLimits,
  calls: CallsSeen,
): RESTOptions["makeRequest"] {
  const { bar } = limits
  return async (url, init) => {
    const barredMs = bar.admit(Date.now())
    if (barredMs > 0) {
      throw new DiscordFailure(429, null, barredMs, "The store's address is barred", true)
    }
    const [path = ""] = url.slice(base.length).split("?")
    const method = init.method ?? "GET"
    const note = (status: number | null) =>
      calls.note({ method, route: routeOf(path), status, is_bots: isBots(init.headers) })
    const unanswered = (error: unknown) => {
      bar.unanswered()
      note(null)
      throw error
    }
    const named = { ...init, headers: { ...init.headers, "User-Agent": USER_AGENT } }
    const response = await DefaultRestOptions.makeRequest(url, named).catch(unanswered)
    const { headers, status, statusText } = response
    const bucket = bucketHeaders(headers)
    if (bucket) {
      limits.learn(bucketOf(method, path), bucket)
    }
    const body = await response.text().catch(unanswered)
    note(status)
    const isFromEdge = status === 429 && isOfTheEdge(headers, body)
    if (isFromEdge) {
      const waitMs = bar.refused(Date.now(), retryAfterMs(headers, body))
      throw new DiscordFailure(429, null, waitMs, "The store's address is barred", true)
    }
    bar.answered(Date.now())
    if (status === 429) {
      const isGlobal = headers.get("x-ratelimit-global") === "true"
      const retryAfter = retryAfterMs(headers, body)
      throw new DiscordFailure(429, null, retryAfter, "Rate limited", isGlobal)
    }
    const type = headers.get("content-type")
    return new Response(body || null, {
      status,
      statusText,
      headers: type === null ? {} : { "content-type": type },
    })
  }
}

function isBots(headers: RequestInit["headers"]): boolean {
  return new Headers(headers).get("authorization")?.startsWith("Bot ") === true
}

/** Discord's own 429 has its headers, or a body in JSON, or none; what stands in front of it says something in words or HTML. */
function isOfTheEdge(headers: Pick<Headers, "keys">, body: string): boolean {
  const isDiscords = [...headers.keys()].some((name) => /^x-ratelimit-/i.test(name))
  return !isDiscords && /^\s*[^\s{]/.test(body)
}

/** Null when a 429 names no time, or nonsense: then the backoff decides. */
function retryAfterMs(headers: Pick<Headers, "get">, body: string): number | null {
  // Discord's header is rounded up to whole seconds, its body has the milliseconds.
  const exact = /"retry_after"\s*:\s*([\d.]+)/.exec(body)?.[1]
  const ms = Number(exact ?? headers.get("retry-after")) * 1000
  return ms > 0 ? Math.min(ms, RETRY_AFTER_MAX_MS) : null
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
