import type { Logger } from "@medusajs/framework/types"
import { barWords } from "./application/application-checks.rules"
import type { Db } from "./db/db"
import { DiscordBot } from "./discord-api/bot"
import { CallsSeen } from "./discord-api/calls-seen"
import { DiscordOAuth } from "./discord-api/oauth"
import { RateLimits } from "./discord-api/rate-limits"
import { RestPool } from "./discord-api/rest"
import { DEFAULT_TIMES, type SyncDeps } from "./engine/deps"
import { Leases } from "./engine/leases"
import type { DiscordOptions } from "./options"
import { Keyring } from "./security/keyring"
import { PRIORITY } from "./statuses.rules"

export interface ModuleDeps extends SyncDeps {
  calls: CallsSeen
  limits: RateLimits
  rest: RestPool
}

/** What all services of the module stand on: one of each for a process. */
export function createDeps(db: Db, logger: Logger, options: DiscordOptions): ModuleDeps {
  const limits = new RateLimits(options.requestsPerSecond, (until) =>
    logger.warn(`discord: ${barWords(until)}`),
  )
  const calls = new CallsSeen()
  const rest = new RestPool(options, limits, calls)
  return {
    db,
    logger,
    calls,
    limits,
    rest,
    bot: new DiscordBot(rest, options.botToken, limits, { priority: PRIORITY.customer }),
    oauth: new DiscordOAuth(rest, {
      ...options,
      redirectUri: `${options.backendUrl}/discord/oauth/callback`,
    }),
    keyring: new Keyring(options.encryptionKey),
    leases: new Leases(db, DEFAULT_TIMES.leaseMs),
  }
}
