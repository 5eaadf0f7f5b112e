import type { OAuthPurpose } from "../statuses.rules"

/** How a browser's way through Discord ended, or what its person did on the page since. */
export type PageEnding =
  "connected" | "already_connected" | "declined" | "conflict" | "failed" | "disconnected"

const MINUTE_MS = 60_000
/** Whoever connected may look again later the same day. */
const CONNECTED_MS = 4 * 60 * MINUTE_MS
/** Whoever did not is told why, and may try again. */
const NOTHING_MS = 30 * MINUTE_MS

/** @param isConnected whether the browser's consent connected somebody */
export function lifetimeMs(isConnected: boolean): number {
  return isConnected ? CONNECTED_MS : NOTHING_MS
}

/** Reasons after which the same way can end better. Others need a new link, or the store. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set([
  "declined",
  "permission_missing",
  "account_taken",
  "claim_taken",
  "code_refused",
  "discord_refused",
  "discord_unavailable",
  "store_failed",
])

/** What the customer is told to do (`todo`) that consenting once more does. */
const DONE_BY_CONNECTING: ReadonlySet<string> = new Set([
  "connect",
  "reconnect",
  "join_server",
  "leave_a_server",
  "verify_account",
])

/**
 * Whether a page offers the way to Discord once more.
 *
 * @param reason how the last consent ended
 * @param todos codes of what the customer is told to do; empty when no account is shown
 */
export function offersConnect(
  { purpose, reason }: { purpose: OAuthPurpose; reason: string },
  todos: readonly string[],
): boolean {
  return (
    purpose !== "connect_server" &&
    (WORTH_ANOTHER_TRY.has(reason) || todos.some((code) => DONE_BY_CONNECTING.has(code)))
  )
}

/** Seconds until the page looks again, look by look: a role takes a second or two, or it takes somebody's doing. */
const REFRESH_SECONDS = [2, 2, 3, 5, 8, 15]

/**
 * When a page that shows a role on its way looks again by itself.
 *
 * @param look how often it has been looked at, from 1
 * @returns null when it waits for its person
 */
export function nextLook(
  look: number,
  isOnItsWay: boolean,
): { seconds: number; look: number } | null {
  const seconds = REFRESH_SECONDS[look - 1]
  return isOnItsWay && seconds !== undefined ? { seconds, look: look + 1 } : null
}
