/** One that Medusa's scheduler begins on time is never begun by the engine's clock: schedulers are late by moments only. */
const SCHEDULER_MS = 5_000
/** So long may nobody have swept before an admin is told. */
const SILENCE_MS = 5 * 60_000

/** So long may a chore be at it: longer, and it waits for something that will not come, as a notification provider that hangs. */
export const LONGEST_TURN_MS = 30 * 60_000

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

/** A chore as any process reads it. */
export interface ChoreAge {
  name: string
  every_ms: number
  /** Milliseconds since it last began. */
  begun_ms: number
  /** Milliseconds since it was last done, or first waited for. */
  silent_ms: number
}

/**
 * Which chores begin in their time and do not come to a good end: they fail, or hang. One that nobody begins is none of the
 * version's that runs, or nobody works at all, which the silence of the sweep tells of.
 */
export function stuckChores(chores: readonly ChoreAge[]): string[] {
  return chores
    .filter(({ name, every_ms, begun_ms, silent_ms }) => {
      const limit = 2 * every_ms + LONGEST_TURN_MS
      return name !== SWEEP && begun_ms <= limit && silent_ms > limit
    })
    .map(({ name }) => name)
}
