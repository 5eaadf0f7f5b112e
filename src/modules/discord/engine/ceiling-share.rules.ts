/** Who is at work beside a process. */
export interface AtWork {
  /** Servers that this process works on in bulk. */
  mine: number
  /** The same of each other process that does. */
  others: readonly number[]
  /** Processes that do background work at all, this one included. */
  workers: number
}

/**
 * What part of the bot's global limit a process may use. Half is shared evenly, so that each can serve its customers; half by the
 * servers they work on in bulk. While nobody does, all of it is shared evenly.
 *
 * @returns 0 to 1; those of all processes add up to 1 at most
 */
export function shareOf({ mine, others, workers }: AtWork): number {
  const all = others.reduce((sum, lanes) => sum + lanes, mine)
  const evenly = 1 / Math.max(workers, others.length + 1)
  return all === 0 ? evenly : 0.5 * evenly + (0.5 * mine) / all
}
