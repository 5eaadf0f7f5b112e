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
  logger: Logger
  /** Late, since Medusa's modules come up in no fixed order. */
  locking: () => Pick<ILockingModule, "execute">
}

/** Times of the engine, in milliseconds. */
export interface SyncTimes {
  /** How long a claim outlives a process that died with it. */
  leaseMs: number
  /** How long a lane waits for another process to leave its server. */
  laneTimeoutMs: number
}

export const DEFAULT_TIMES: SyncTimes = { leaseMs: 30_000, laneTimeoutMs: 5_000 }
