const BASE_MS = 1_000
const CAP_MS = 5 * 60_000

/**
 * How long to wait before a failed membership is tried again: what Discord asked for, else exponential with full jitter,
 * so that memberships which failed together do not come back together.
 *
 * @param attempts failures in a row so far, this one included
 * @param retryAfterMs Discord's Retry-After, when it sent one
 * @param random a number in [0, 1)
 * @returns milliseconds
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelayMs(
  attempts: number,
  retryAfterMs: number | null,
  random: () => number = Math.random,
): number {
  if (retryAfterMs !== null) {
    return Math.max(retryAfterMs, BASE_MS / 4)
  }
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempts - 1, 20))
  return Math.max(BASE_MS / 4, Math.round(ceiling * random()))
}

const RARE_MS = 10 * 60_000
const RARE_MAX_MS = 6 * 60 * 60_000

/**
 * How long to wait before something is tried again of which nobody knows what would mend it.
 *
 * @param attempts tries before this one that ended the same way
 * @returns milliseconds: ten minutes, then twice as long each time, up to six hours
 */
export function rareDelayMs(attempts: number): number {
  return Math.min(RARE_MAX_MS, RARE_MS * 2 ** Math.min(attempts, 20))
}
