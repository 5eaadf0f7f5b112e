/**
 * What part of the bot's global limit a process may use. Half is shared evenly, so that each can serve its customers; half by
 * the servers they work on.
 *
 * @param lanes.mine servers that this process works on in bulk
 * @param lanes.others the same of each other process that does
 * @returns 0 to 1; 1 when no other process works in bulk, or this one does not
 */
export function shareOf({ mine, others }: { mine: number; others: readonly number[] }): number {
  if (mine === 0 || others.length === 0) {
    return 1
  }
  const all = others.reduce((sum, lanes) => sum + lanes, mine)
  return 0.5 / (others.length + 1) + (0.5 * mine) / all
}
