import type { TokenStatus } from "../statuses.rules"

/** Whether Discord took the bot token when a process last used it. */
export interface TokenSeen {
  accepted: boolean
  /** Unix ms. */
  at: number
}

/** How the bot token stands, as a process has it. */
export interface TokenState {
  status: TokenStatus
  /** Null while the process has not called Discord. */
  seen_at: Date | null
}

const WORST_FIRST: readonly TokenStatus[] = ["refused", "accepted", "unknown"]

/**
 * @param seen null while this process has not called Discord
 * @param isHalted whether the bot does no work at all, since Discord refused its token
 */
export function tokenState(seen: TokenSeen | null, isHalted: boolean): TokenState {
  const isRefused = isHalted || seen?.accepted === false
  return {
    status: isRefused ? "refused" : seen ? "accepted" : "unknown",
    seen_at: seen && new Date(seen.at),
  }
}

/** Of several processes: a token that one of them cannot use is what somebody must know. Of the same, what was seen last. */
export function worstToken(states: readonly TokenState[]): TokenState {
  const [worst] = states.toSorted(
    (a, b) =>
      WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) ||
      Number(b.seen_at) - Number(a.seen_at),
  )
  return worst ?? { status: "unknown", seen_at: null }
}
