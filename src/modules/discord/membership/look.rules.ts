const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Who was seen this short a while ago is served without a look first; the look follows when the work is done. */
export const SEEN_LATELY_MS = 5 * MINUTE_MS
/** How soon that look follows: late enough to be out of the buyer's way. */
export const LOOK_AFTER_MS = 5_000
/** How long somebody may go unseen whom the reconcile of each day should have seen. */
export const LOOK_EVERY_MS = 36 * HOUR_MS
/** How long what a reconcile read of somebody stands for a look: a change of one role does no harm if it comes late. */
export const SIGHTING_MS = HOUR_MS

const PENDING_MIN_MS = 2 * MINUTE_MS
const PENDING_MAX_MS = 6 * HOUR_MS

/**
 * When to look again at a member who has just been seen. Nothing tells when somebody has accepted a server's rules: who came a
 * moment ago does it soon or not at all, so the looks become rarer with the age of the stay.
 *
 * @returns milliseconds
 */
export function nextLookMs(
  { pending, joined_at }: { pending: boolean | null; joined_at: Date | null },
  now: Date,
): number {
  if (!pending) {
    return LOOK_EVERY_MS
  }
  const age = joined_at ? now.getTime() - joined_at.getTime() : PENDING_MAX_MS
  return Math.min(PENDING_MAX_MS, Math.max(PENDING_MIN_MS, age))
}

const WAIT_MAX_MS = 6 * HOUR_MS

/**
 * When to look again at somebody who waits for a step that nothing tells of: twice as long after each look, at most six hours.
 *
 * @param first wait after the first look, milliseconds
 * @param looks before this one
 */
export function nextWaitMs(first: number, looks: number): number {
  return Math.min(Math.max(WAIT_MAX_MS, first), first * 2 ** Math.min(looks, 20))
}
