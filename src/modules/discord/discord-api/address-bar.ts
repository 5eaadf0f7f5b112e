const FIRST_MS = 1_000
const GROWTH = 1.5
const LONGEST_MS = 60 * 60_000
/** Who finds somebody else's call out to see whether the bar is gone looks again after this. */
const PROBE_MS = 500

/**
 * A 429 that carries none of Discord's rate-limit headers comes from the edge in front of it (Cloudflare's "error code: 1015"). It
 * is about the address, not about one kind of call, and whoever goes on knocking prolongs it. So nothing is sent for a growing
 * time, then one call to see; any other answer ends it.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class AddressBar {
  readonly #changed: () => void
  readonly #tell: (until: number | null) => void
  /** Unix ms; null = nothing bars. */
  #until: number | null = null
  #waitMs = FIRST_MS
  /** The one call that is to see whether the bar is gone. */
  #probe: "none" | "let_go" | "sent" = "none"

  /**
   * @param changed called when calls may go again, or may be tried
   * @param tell told once when it begins, until when, and once when it is over, with null
   */
  constructor(changed: () => void, tell: (until: number | null) => void = () => undefined) {
    this.#changed = changed
    this.#tell = tell
  }

  /** Whether nothing may be sent now, not even to look. */
  isUp(now: number): boolean {
    return this.#until !== null && now < this.#until
  }

  /** When the next call may go: Unix ms. */
  readyAt(now: number): number {
    if (this.#until === null) {
      return 0
    }
    return this.#probe === "none" ? this.#until : Math.max(this.#until, now + PROBE_MS)
  }

  /** A call is let go by the queue: after a bar it is the one that looks. */
  letGo(now: number): void {
    if (this.#until !== null && this.#until <= now && this.#probe === "none") {
      this.#probe = "let_go"
    }
  }

  /** @returns milliseconds that a call has to wait, 0 when it may be sent now: then it is being sent */
  admit(now: number): number {
    if (this.#until === null) {
      return 0
    }
    if (now < this.#until) {
      return this.#until - now
    }
    if (this.#probe === "sent") {
      return PROBE_MS
    }
    this.#probe = "sent"
    return 0
  }

  /**
   * The edge has refused a call. Those that were under way when the first was refused make it no longer.
   *
   * @param retryAfterMs what it said, if it did
   * @returns milliseconds until the next try
   */
  refused(now: number, retryAfterMs: number | null): number {
    if (this.#until !== null && now < this.#until) {
      return this.#until - now
    }
    const begins = this.#until === null
    this.#waitMs = begins ? FIRST_MS : Math.min(this.#waitMs * GROWTH, LONGEST_MS)
    const wait = Math.max(this.#waitMs, retryAfterMs ?? 0)
    this.#until = now + wait
    if (begins) {
      this.#tell(this.#until)
    }
    this.#probe = "none"
    this.#changed()
    return wait
  }

  /** Something else than the edge has answered. What was under way before the bar proves nothing. */
  answered(now: number): void {
    if (this.#until !== null && now >= this.#until) {
      this.#until = null
      this.#probe = "none"
      this.#tell(null)
      this.#changed()
    }
  }

  /** The call that was to see has had no answer: the next one looks. */
  unanswered(): void {
    if (this.#probe === "sent") {
      this.#probe = "none"
      this.#changed()
    }
  }
}
