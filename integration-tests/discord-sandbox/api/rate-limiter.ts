import { createHash } from "node:crypto"
import { type BucketName, DISCORD_LIMITS, type Limit, type RateLimits } from "./rate-limits"

interface Window {
  used: number
  /** Unix ms at which the window ends and the count starts again. */
  resets_at: number
}

export interface RateLimitVerdict {
  allowed: boolean
  headers: Record<string, string>
  /** Seconds to wait, with milliseconds; 0 when allowed. */
  retry_after: number
  global: boolean
}

/** Which bucket a request falls into. */
export interface BucketKey {
  bucket: BucketName
  /** Method and route pattern: tells routes of the bucket "other" apart. */
  route: string
  /** Guild or channel id: the limits are per guild, the bucket hash is not. */
  major: string
  /** Bot or user: each has its own limits. */
  account: string
  /** Bearer tokens do not count towards a bot's global limit. */
  bot: boolean
}

/**
 * Discord's fixed windows. A window opens at the first request and everything is forgotten at its end, so twice the
 * limit can pass around that moment. Refused requests do not count.
 * @see https://discord.com/developers/docs/topics/rate-limits
 */
export class RateLimiter {
  limits: RateLimits = DISCORD_LIMITS
  private readonly windows = new Map<string, Window>()

  constructor(private readonly now: () => number) {}

  clear(): void {
    this.windows.clear()
  }

  take(key: BucketKey): RateLimitVerdict {
    const global = key.bot ? this.open(`global:${key.account}`, this.limits.global) : null
    if (global && global.window.used >= global.limit) return this.refuse(global.window, null)

    const limit = this.limits[key.bucket]
    const name = key.bucket === "other" ? key.route : key.bucket
    const bucket = this.open(`${name}:${key.major}:${key.account}`, limit)
    if (bucket && bucket.window.used >= bucket.limit) {
      return this.refuse(bucket.window, this.headers(bucket, name))
    }
    if (global) global.window.used++
    if (bucket) bucket.window.used++
    const headers = bucket ? this.headers(bucket, name) : {}
    return { allowed: true, headers, retry_after: 0, global: false }
  }

  private open(key: string, limit: Limit): { window: Window; limit: number } | null {
    if (limit === "off") return null
    const now = this.now()
    const known = this.windows.get(key)
    if (known && known.resets_at > now) return { window: known, limit: limit.limit }
    const window = { used: 0, resets_at: now + limit.window_ms * this.limits.scale }
    this.windows.set(key, window)
    return { window, limit: limit.limit }
  }

  private headers(bucket: { window: Window; limit: number }, name: string): Record<string, string> {
    const { window, limit } = bucket
    return {
      "X-RateLimit-Limit": String(limit),
      "X-RateLimit-Remaining": String(Math.max(0, limit - window.used)),
      "X-RateLimit-Reset": (window.resets_at / 1000).toFixed(3),
      "X-RateLimit-Reset-After": this.secondsLeft(window).toFixed(3),
      "X-RateLimit-Bucket": createHash("sha256").update(name).digest("hex").slice(0, 32),
    }
  }

  /** A global 429 has no bucket headers. */
  private refuse(window: Window, headers: Record<string, string> | null): RateLimitVerdict {
    const retry_after = this.secondsLeft(window)
    const global = headers === null
    const scope = { "X-RateLimit-Scope": global ? "global" : "user" }
    return {
      allowed: false,
      retry_after,
      global,
      headers: {
        ...headers,
        ...scope,
        ...(global ? { "X-RateLimit-Global": "true" } : {}),
        "Retry-After": this.retryAfterHeader(retry_after),
      },
    }
  }

  /**
   * Discord's header is in whole seconds, rounded up; the body has the milliseconds. With shortened windows whole
   * seconds would be longer than the window, so there the header has decimals too.
   */
  private retryAfterHeader(seconds: number): string {
    return this.limits.scale < 1 ? seconds.toFixed(3) : String(Math.ceil(seconds))
  }

  private secondsLeft(window: Window): number {
    return Math.max(0, Math.ceil(window.resets_at - this.now())) / 1000
  }
}
