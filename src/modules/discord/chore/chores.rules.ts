/** One that Medusa's scheduler begins on time is never begun by the engine's clock: schedulers are late by moments only. */
const SCHEDULER_MS = 5_000
/** So long may nobody have swept before an admin is told. */
const SILENCE_MS = 5 * 60_000

/** What the leases of chores begin with. */
export const CHORE = "chore:"

/** The chore whose end says that the store's background work is done. */
export const SWEEP = "sweep"

/** Where a chore stands in the store's processes. */
export interface ChoreState {
  /** Milliseconds since it last began; null = it has never begun. */
  begun_ms: number | null
  /** Whether a process is at it. */
  is_alive: boolean
}

/**
 * Whether the engine's clock is to begin a chore that Medusa's scheduler should have begun. One that nobody has heard of yet waits
 * for its first turn.
 *
 * @param everyMs how often it is to be done
 */
export function isOverdue(everyMs: number, state: ChoreState | undefined): boolean {
  return (
    state !== undefined &&
    !state.is_alive &&
    (state.begun_ms === null || state.begun_ms > everyMs + SCHEDULER_MS)
  )
}

/**
 * How long ago a chore must have begun for the scheduler's next call to begin it: two processes with schedulers of their own call
 * at the same time, and the engine's clock may just have begun it.
 */
export function leastGapMs(everyMs: number): number {
  return everyMs / 2
}

/** @param silentMs since a sweep was last done, or since somebody began to wait for one */
export function isSwept(silentMs: number): boolean {
  return silentMs <= SILENCE_MS
}
