import { DiscordBot } from "../../../src/modules/discord/discord-api/bot"
import { DiscordOAuth } from "../../../src/modules/discord/discord-api/oauth"
import { RateLimits } from "../../../src/modules/discord/discord-api/rate-limits"
import { RestPool } from "../../../src/modules/discord/discord-api/rest"
import { PRIORITY } from "../../../src/modules/discord/statuses.rules"
import { Keyring } from "../../../src/modules/discord/security/keyring"
import type { Db } from "../../../src/modules/discord/db/db"
import {
  DEFAULT_TIMES,
  type SyncDeps,
  type SyncTimes,
} from "../../../src/modules/discord/engine/deps"
import { SyncEngine } from "../../../src/modules/discord/engine/engine"
import { GatewayService } from "../../../src/modules/discord/gateway/gateway.service"
import { Leases } from "../../../src/modules/discord/engine/leases"
import { APPLICATION, CALLBACK_URL } from "../store/application"

export interface TestEngine {
  engine: SyncEngine
  deps: SyncDeps
  limits: RateLimits
  /** Ends it as a shutdown does. */
  close: () => Promise<void>
}

export interface TestEngineOptions {
  db: Db
  sandboxUrl: string
  times?: Partial<SyncTimes>
  requestsPerSecond?: number
  /** Longest wait for an answer of Discord. */
  timeoutMs?: number
  logger?: SyncDeps["logger"]
}

const SILENT: SyncDeps["logger"] = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** The engine alone, on a real database and the sandbox: what the module's service puts together, without Medusa. */
export function createEngine(options: TestEngineOptions): TestEngine {
  const limits = new RateLimits(options.requestsPerSecond ?? 45)
  const { timeoutMs } = options
  const apiUrl = `${options.sandboxUrl}/api`
  const rest = new RestPool({ apiUrl, ...(timeoutMs === undefined ? {} : { timeoutMs }) }, limits)
  const deps: SyncDeps = {
    db: options.db,
    bot: new DiscordBot(rest, APPLICATION.bot_token, limits, { priority: PRIORITY.customer }),
    oauth: new DiscordOAuth(rest, {
      clientId: APPLICATION.client_id,
      clientSecret: APPLICATION.client_secret,
      redirectUri: CALLBACK_URL,
      webUrl: options.sandboxUrl,
    }),
    keyring: new Keyring([{ id: "test", key: APPLICATION.encryption_key }]),
    logger: options.logger ?? SILENT,
    limits,
    leases: new Leases(options.db, options.times?.leaseMs ?? DEFAULT_TIMES.leaseMs),
  }
  const engine = new SyncEngine(deps, options.times)
  return {
    engine,
    deps,
    limits,
    close: async () => {
      limits.close()
      await engine.stop()
      rest.close()
    },
  }
}

interface GatewayTestOptions {
  awayMs?: number
  publish?: () => Promise<void>
}

/** Who listens to the gateway beside it. It begins when it is told to `start`, if it is to listen at all. */
export function createGateway(
  { deps, engine }: Pick<TestEngine, "deps" | "engine">,
  listens = true,
  { awayMs, publish = () => Promise.resolve() }: GatewayTestOptions = {},
): GatewayService {
  return new GatewayService(
    {
      ...deps,
      publish,
      wake: (serverIds) => engine.wake(serverIds),
    },
    { botToken: APPLICATION.bot_token, gateway: listens },
    awayMs,
  )
}
