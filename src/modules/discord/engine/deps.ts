import type { ILockingModule, Logger } from "@medusajs/framework/types"
import type { DiscordBot } from "../discord-api/bot"
import type { DiscordOAuth } from "../discord-api/oauth"
import type { Keyring } from "../security/keyring"
import type { Db } from "../store/db"

/** What the engine stands on. */
export interface SyncDeps {
  db: Db
  bot: DiscordBot
  oauth: DiscordOAuth
  keyring: Keyring
  logger: Pick<Logger, "info" | "warn" | "error">
  /** Late, since Medusa's modules come up in no fixed order. */
  locking: () => Pick<ILockingModule, "execute">
}

/** Times of the engine, in milliseconds. */
export interface SyncTimes {
  /** How long a claim outlives a process that died with it. */
  leaseMs: number
  /** How long a lane waits for another process to leave its server. */
  laneTimeoutMs: number
  /** Longest pause of a lane while Discord does not answer. */
  holdMaxMs: number
}

export const DEFAULT_TIMES: SyncTimes = {
  leaseMs: 60_000,
  laneTimeoutMs: 5_000,
  holdMaxMs: 30_000,
}

/** Errors of Discord's client are logged by name and message only: their other fields hold what was sent. */
export function messageOf(error: unknown): string {
  // Workflows pass errors on as plain objects.
  const { name, message } = (error ?? {}) as Partial<Error>
  return typeof message === "string" ? `${name ?? "Error"}: ${message}` : "unknown error"
}
