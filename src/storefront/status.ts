import type { StoreDiscordMemberRole, StoreDiscordResponse } from "../types/http"

const SOON_MS = 1_000
const LATER_MS = 30_000

/** Whether a role is on its way, so that it is worth looking again soon. */
export function isOnItsWay({ servers }: Pick<StoreDiscordResponse, "servers">): boolean {
  return servers.some(({ roles }) => roles.some(({ state }) => state === "pending"))
}

/** How long to wait before the next look, in milliseconds: a second at first, then ever longer, at most half a minute. */
export function lookAgainMs(looks: number): number {
  return Math.min(SOON_MS * Math.max(looks, 1), LATER_MS)
}

/** A role's colour for CSS, as `#5865f2`; undefined for a role without one, which Discord shows in the colour of text. */
export function cssColor({ color }: Pick<StoreDiscordMemberRole, "color">): string | undefined {
  return color === 0 ? undefined : `#${color.toString(16).padStart(6, "0")}`
}
