import { callDiscordAllDay } from "./database"
import type { Stage } from "./stage"

/** In this hour before the one that runs, Discord had the store wait. */
export const BUSY = { ago: 5, rate_limited: 40 }

/** How many calls the store made so many hours before the one that runs: more by day than by night. */
export function callsOf(ago: number): number {
  return Math.round(120 + 100 * Math.sin(ago / 3))
}

/** As if the store had worked in Discord for a day. */
export async function workAllDay({ world }: Pick<Stage, "world">): Promise<void> {
  await callDiscordAllDay(
    world.databaseUrl,
    Array.from({ length: 23 }, (_, at) => ({
      ago: at + 1,
      calls: callsOf(at + 1),
      rate_limited: at + 1 === BUSY.ago ? BUSY.rate_limited : 0,
    })),
  )
}
