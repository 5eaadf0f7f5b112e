import { FaultInjector } from "./api/faults"
import { RateLimiter } from "./api/rate-limiter"
import { DISCORD_LIMITS, type RateLimitSettings, withSettings } from "./api/rate-limits"
import { RequestLog } from "./api/requests/request-log"
import { Gateway } from "./gateway/gateway"
import { World } from "./state/world"
import { tellDeauthorized } from "./webhook-events/events"

export interface SandboxSettings {
  latencyMs?: number
  limits?: RateLimitSettings
  /** Seed of the generator behind faults with a `rate`. */
  seed?: number
  /** The clock, Unix time in milliseconds; for tests that do not want to wait. */
  now?: () => number
}

/** The state of one running sandbox, shared by the API, the consent pages and the control API. */
export class Sandbox {
  readonly now: () => number
  readonly world: World
  readonly limiter: RateLimiter
  readonly faults: FaultInjector
  readonly log: RequestLog
  readonly gateway: Gateway
  latencyMs: number

  constructor(private readonly settings: SandboxSettings = {}) {
    this.now = settings.now ?? Date.now
    this.world = new World(this.now)
    this.world.onDeauthorized((app, user) => tellDeauthorized(app, user, this.now()))
    this.gateway = new Gateway(this.world)
    this.limiter = new RateLimiter(this.now)
    this.faults = new FaultInjector(settings.seed ?? 1)
    this.log = new RequestLog(this.now)
    this.limiter.limits = withSettings(DISCORD_LIMITS, settings.limits)
    this.latencyMs = settings.latencyMs ?? 0
  }

  /** Back to how it was started: no guilds, no users, no faults, an empty log. */
  reset(): void {
    this.faults.clear()
    this.log.clear()
    this.log.clearInvalid()
    this.limiter.clear()
    this.limiter.limits = withSettings(DISCORD_LIMITS, this.settings.limits)
    this.latencyMs = this.settings.latencyMs ?? 0
    this.world.clear()
    this.gateway.reset()
  }
}
