import type { Logger } from "@medusajs/framework/types"
import type { DiscordBot } from "../discord-api/bot"
import type { DiscordOAuth } from "../discord-api/oauth"
import type { RateLimits } from "../discord-api/rate-limits"
import type { Keyring } from "../security/keyring"
import type { Db } from "../db/db"
import { wordsOf } from "../error-words.rules"
import type { Leases } from "./leases"

/** What the engine stands on. */
export interface SyncDeps {
  db: Db
  bot: DiscordBot
  oauth: DiscordOAuth
  limits: Pick<RateLimits, "share" | "bar">
  keyring: Keyring
  logger: Pick<Logger, "info" | "warn" | "error">
  /** What this process alone may do now. */
  leases: Leases
}

/** Times of the engine, in milliseconds. */
export interface SyncTimes {
  /** How long a claim outlives a process that died with it. */
  leaseMs: number
  /** How often a process looks for what another left: its lanes when it died, and customers it cannot serve. */
  watchMs: number
  /** Longest pause of a lane while Discord does not answer. */
  holdMaxMs: number
}

export const DEFAULT_TIMES: SyncTimes = {
  leaseMs: 3_000,
  watchMs: 500,
  holdMaxMs: 30_000,
}

/** Errors of Discord's client are logged by name and message only: their other fields hold what was sent. */
export function messageOf(error: unknown): string {
  const words = wordsOf(error)
  return words === null
    ? "unknown error"
    : `${((error ?? {}) as Partial<Error>).name ?? "Error"}: ${words}`
}
