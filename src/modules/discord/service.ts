import { container as appContainer } from "@medusajs/framework"
import { configManager } from "@medusajs/framework/config"
import type { Logger } from "@medusajs/framework/types"
import { MedusaService, Modules } from "@medusajs/framework/utils"
import { AccessService } from "./access/access.service"
import { AccountService } from "./account/account.service"
import { ActivityService } from "./activity/activity.service"
import { ApplicationService } from "./application/application.service"
import { CartConsentService } from "./cart/cart-consent.service"
import { ChoreService } from "./chore/chore.service"
import { Clock } from "./chore/clock"
import { ClaimService } from "./claim/order-claim.service"
import { ConnectMessageService } from "./connect-message/connect-message.service"
import { ConsentService } from "./consent/consent.service"
import type { Db } from "./db/db"
import { createDeps, type ModuleDeps } from "./deps"
import { SyncEngine } from "./engine/engine"
import { GatewayService } from "./gateway/gateway.service"
import { EntitlementService } from "./entitlement/entitlement.service"
import { ManualAccessService } from "./entitlement/manual-access.service"
import { SuspensionService } from "./entitlement/suspension.service"
import { IncidentService } from "./incident/incident.service"
import { InvitationService } from "./invitation/invitation.service"
import { MembershipService } from "./membership/membership.service"
import { DoctorService } from "./operations/doctor.service"
import { tokenState } from "./operations/bot-token.rules"
import { HealthService } from "./operations/health.service"
import { hasSharedLocks } from "./operations/locking.rules"
import { Metrics } from "./operations/metrics"
import { CallHours } from "./operations/overview/call-hours"
import { OverviewService } from "./operations/overview/overview.service"
import { forgetPast } from "./operations/retention.store"
import { ProcessService } from "./operations/process.service"
import * as models from "./models"
import type { DiscordOptions } from "./options"
import { registerCartCheck } from "./purchase/cart-check"
import { PurchaseService } from "./purchase/purchase.service"
import { PageSessions } from "./page-session/page-session.service"
import { ReconcileService } from "./reconcile/reconcile.service"
import { RequestLimits } from "./request-limit/request-limit.service"
import { RoleMappingService } from "./role-mapping/role-mapping.service"
import { RoleTestService } from "./role-test/role-test.service"
import { ServerService } from "./server/server.service"
import { eachByItself } from "./steps"
import { SignInService } from "./sign-in/sign-in.service"
import { SourceFailureService } from "./subscription/source-failure.service"
import { SyncRunService } from "./sync-run/sync-run.service"
import { WebhookService } from "./webhook/webhook.service"
import { workerMode, worksInBulk } from "./worker-mode"

interface Dependencies {
  logger: Logger
  __pg_connection__: Db
  discordOptions: DiscordOptions
}

/** The module's face: CRUD of its models, and a service for each noun. */
export default class DiscordModuleService extends MedusaService(models) {
  readonly options: DiscordOptions
  readonly engine: SyncEngine
  readonly clock: Clock
  readonly access: AccessService
  readonly accounts: AccountService
  readonly activity: ActivityService
  readonly application: ApplicationService
  readonly carts: CartConsentService
  readonly chores: ChoreService
  readonly claims: ClaimService
  readonly connectMessages: ConnectMessageService
  readonly consents: ConsentService
  readonly doctor: DoctorService
  readonly entitlements: EntitlementService
  readonly health: HealthService
  readonly incidents: IncidentService
  readonly invitations: InvitationService
  readonly manualAccess: ManualAccessService
  readonly memberships: MembershipService
  readonly overview: OverviewService
  readonly purchases: PurchaseService
  readonly pageSessions: PageSessions
  readonly reconciles: ReconcileService
  readonly requestLimits: RequestLimits
  readonly roleTests: RoleTestService
  readonly servers: ServerService
  readonly signIns: SignInService
  readonly sourceFailures: SourceFailureService
  readonly suspensions: SuspensionService
  readonly syncRuns: SyncRunService
  readonly roleMappings: RoleMappingService
  readonly webhooks: WebhookService
  readonly #deps: ModuleDeps
  readonly #metrics: Metrics
  readonly #callHours: CallHours
  readonly #process: ProcessService
  readonly #gateway: GatewayService

  constructor({ logger, __pg_connection__: db, discordOptions: options }: Dependencies) {
    // eslint-disable-next-line prefer-rest-params -- MedusaService takes more of the container than is named here
    super(...(arguments as unknown as [Record<string, unknown>]))
    const deps = createDeps(db, logger, options)
    this.#deps = deps
    this.options = options
    this.engine = new SyncEngine(deps, {}, worksInBulk)
    this.#metrics = new Metrics(deps, this.engine)
    this.#gateway = new GatewayService(
      {
        ...deps,
        publish: () => this.#process.tell(),
        wake: (serverIds) => this.engine.wake(serverIds),
      },
      options,
    )
    this.#callHours = new CallHours(deps)
    this.#process = new ProcessService(deps, () => ({
      gateway: this.#gateway.state,
      worker_mode: workerMode(),
      has_shared_locks: hasSharedLocks(configManager.config.modules?.[Modules.LOCKING]),
      token: tokenState(deps.calls.token, this.engine.haltReason !== null),
    }))
    this.health = new HealthService(db, this.#process)
    this.clock = new Clock(deps, {
      container: appContainer,
      ownTurn: () =>
        Promise.all([
          this.#process.beat(),
          this.#callHours.save(),
          this.engine.healSelf(this.#process.token.status === "refused"),
        ]),
    })
    this.access = new AccessService(db)
    this.accounts = new AccountService(deps, options)
    this.activity = new ActivityService(db, options)
    this.application = new ApplicationService(deps, options, this.#process)
    this.carts = new CartConsentService(deps)
    this.chores = new ChoreService(db, deps.leases)
    this.claims = new ClaimService(deps, options)
    this.connectMessages = new ConnectMessageService(deps, options)
    this.consents = new ConsentService(deps, options)
    this.entitlements = new EntitlementService(db, this.connectMessages)
    this.incidents = new IncidentService(db)
    this.invitations = new InvitationService(deps, options)
    this.manualAccess = new ManualAccessService(db)
    this.memberships = new MembershipService(db)
    this.doctor = new DoctorService(db, this)
    this.overview = new OverviewService(db, this.memberships, this.#callHours)
    this.purchases = new PurchaseService(db, options)
    this.pageSessions = new PageSessions(db, options.backendUrl)
    this.reconciles = new ReconcileService(deps, (serverIds) => this.engine.wake(serverIds))
    this.requestLimits = new RequestLimits(db)
    this.roleTests = new RoleTestService(deps)
    this.servers = new ServerService(deps, this.engine)
    this.signIns = new SignInService(deps)
    this.sourceFailures = new SourceFailureService(deps, options)
    this.suspensions = new SuspensionService(db)
    this.syncRuns = new SyncRunService(deps, (serverIds) => this.engine.wake(serverIds))
    this.roleMappings = new RoleMappingService(db, this.syncRuns)
    this.webhooks = new WebhookService(deps, options)
  }

  __hooks = {
    onApplicationStart: async (): Promise<void> => {
      const { logger } = this.#deps
      const work = {
        engine: () => this.engine.start(),
        gateway: () => this.#gateway.start(),
        "first sweep": () => this.engine.sweep(),
      }
      // What needs no answer of the database first. Medusa swallows what this throws.
      await eachByItself(
        {
          metrics: () => this.#metrics.start(),
          clock: () => this.clock.start(),
          "check of carts": () => registerCartCheck(logger, this.purchases),
          "check of the notification provider": () => this.connectMessages.checkProvider(),
          ...(worksInBulk() ? work : {}),
          "check of subscriptions": () => this.sourceFailures.checkSources(appContainer),
        },
        (what, words) => logger.error(`discord: at the start, the ${what} failed: ${words}`),
      )
    },
    onApplicationPrepareShutdown: async (): Promise<void> => {
      this.#metrics.stop()
      this.#deps.limits.close()
      this.clock.stop()
      await Promise.all([
        this.#gateway.stop(),
        this.engine.stop(),
        this.syncRuns.stop(),
        this.reconciles.stop(),
        this.#process.leave(),
      ])
      // When the last call has ended.
      await this.#callHours.leave()
    },
    onApplicationShutdown: async (): Promise<void> => {
      this.#deps.rest.close()
    },
  }

  /** Once a day: the log, and what else is of the past. */
  async prune(): Promise<void> {
    await this.activity.prune()
    await forgetPast(this.#deps.db, this.options.activityRetentionDays)
  }

  /**
   * What the clock finds: due work and ends of access; then what else there is to clear away, of which nothing keeps these from
   * their turn.
   *
   * @throws what keeps the ends of access from being found: that alone is a sweep that failed
   */
  async sweep(): Promise<void> {
    try {
      await this.engine.sweep()
    } finally {
      await eachByItself(
        {
          "sweep of sync runs": () => this.syncRuns.sweep(),
          "sweep of consents": () => this.consents.sweep(),
          "sweep of carts": () => this.carts.sweep(),
          "sweep of page sessions": () => this.pageSessions.sweep(),
          "sweep of request limits": () => this.requestLimits.sweep(),
          "sweep of webhook events": () => this.webhooks.sweep(),
          "sweep of accounts": () => this.accounts.sweep(),
        },
        (what, words) =>
          this.#deps.logger.warn(
            `discord: the ${what} failed, it is done again in its turn: ${words}`,
          ),
      )
    }
  }
}
