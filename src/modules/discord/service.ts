import { container as appContainer } from "@medusajs/framework"
import type { ILockingModule, Logger } from "@medusajs/framework/types"
import { MedusaService, Modules } from "@medusajs/framework/utils"
import { ConnectMessages } from "./connect-messages"
import { AdminDesk } from "./admin-desk"
import { CustomerAccounts } from "./customer-accounts"
import { DeletedRecords } from "./deleted-records"
import { DiscordBot } from "./discord-api/bot"
import { DiscordOAuth } from "./discord-api/oauth"
import { RateLimits } from "./discord-api/rate-limits"
import { RestPool } from "./discord-api/rest"
import { PRIORITY, type OAuthPurpose, type Priority } from "./domain/statuses"
import * as models from "./models"
import type { DiscordOptions } from "./options"
import {
  Authorizations,
  type Authorization,
  type NewAuthorization,
} from "./security/authorizations"
import { Keyring } from "./security/keyring"
import { OrderClaims } from "./order-claims"
import { ProvenGuests } from "./proven-guests"
import { BulkRuns } from "./bulk-runs"
import { ManualAccessDesk } from "./manual-access-desk"
import { AdminReads } from "./reads"
import { ServerConnections } from "./server-connections"
import { listMappedRoles, type MappedRoleRow } from "./store/mapped-roles"
import { pruneActivity } from "./store/activity"
import type { Db } from "./store/db"
import { forgetAccounts } from "./store/erase"
import { findStaleSources, refreshEntitlements, type SourceFacts } from "./store/entitlements"
import { markDue, type MarkScope } from "./store/mark"
import { dropExpired } from "./store/oauth-states"
import { retryMemberships, type RetryScope } from "./store/retry"
import { previewMappings, type MappingPreview, type NewMapping } from "./store/role-mappings"
import { noteSourceFailure } from "./store/source-failures"
import { Watermark } from "./store/watermarks"
import { checkSources } from "./subscription-check"
import type { SyncDeps } from "./sync/deps"
import { SyncEngine } from "./sync/engine"

interface Dependencies {
  logger: Logger
  __pg_connection__: Db
  discordOptions: DiscordOptions
}

/**
 * The module's face: CRUD of its models, and the few operations that must happen in one transaction or that speak to
 * Discord. Operations that change what members should hold return the servers to wake.
 */
export default class DiscordModuleService extends MedusaService(models) {
  readonly options: DiscordOptions
  readonly engine: SyncEngine
  /** Links by which guests claim an order's roles. */
  readonly claims: OrderClaims
  /** Messages that ask buyers to connect Discord. */
  readonly messages: ConnectMessages
  /** What was deleted in the store, as far as it concerns the plugin. */
  readonly deleted: DeletedRecords
  /** Guests who have proven which customer they are. */
  readonly guests: ProvenGuests
  readonly reads: AdminReads
  readonly bulkRuns: BulkRuns
  readonly desk: AdminDesk
  readonly accounts: CustomerAccounts
  readonly servers: ServerConnections
  readonly manualAccess: ManualAccessDesk
  readonly #db: Db
  readonly #rest: RestPool
  readonly #limits: RateLimits
  readonly #deps: SyncDeps
  readonly #authorizations: Authorizations

  constructor({ logger, __pg_connection__, discordOptions }: Dependencies) {
    // eslint-disable-next-line prefer-rest-params -- MedusaService takes more of the container than is named here
    super(...(arguments as unknown as [Record<string, unknown>]))
    this.options = discordOptions
    this.#db = __pg_connection__
    this.reads = new AdminReads(this.#db)
    this.#limits = new RateLimits(discordOptions.requestsPerSecond)
    this.#rest = new RestPool(discordOptions, this.#limits)
    this.#deps = {
      db: this.#db,
      bot: new DiscordBot(this.#rest, discordOptions.botToken, this.#limits, PRIORITY.customer),
      oauth: new DiscordOAuth(this.#rest, discordOptions),
      keyring: new Keyring(discordOptions.encryptionKey),
      logger,
      locking: () => appContainer.resolve<ILockingModule>(Modules.LOCKING),
    }
    this.engine = new SyncEngine(this.#deps)
    this.claims = new OrderClaims(this.#deps, discordOptions)
    this.messages = new ConnectMessages(this.#deps, discordOptions)
    this.deleted = new DeletedRecords(this.#db)
    this.guests = new ProvenGuests(this.#db)
    this.bulkRuns = new BulkRuns(this.#deps, (serverIds) => this.engine.wake(serverIds))
    this.desk = new AdminDesk(this.#deps, discordOptions)
    this.accounts = new CustomerAccounts(this.#deps)
    this.servers = new ServerConnections(this.#deps, this.desk)
    this.manualAccess = new ManualAccessDesk(this.#db)
    this.#authorizations = new Authorizations(this.#db, this.#deps.keyring)
  }

  __hooks = {
    onApplicationStart: async (): Promise<void> => {
      this.messages.checkProvider()
      await this.engine.sweep()
      await checkSources(appContainer, this.options.subscriptions, (trigger, problems) =>
        this.reportSourceFailure(trigger, problems),
      )
    },
    onApplicationPrepareShutdown: async (): Promise<void> => {
      this.#limits.close()
      await Promise.all([this.engine.stop(), this.bulkRuns.stop()])
    },
    onApplicationShutdown: async (): Promise<void> => {
      this.#rest.close()
    },
  }

  /** Starts an authorisation; the browser is to be sent to `url` with `cookie` set. */
  async beginAuthorization(
    request: NewAuthorization,
  ): Promise<{ url: string; cookie: { name: string; value: string; max_age_ms: number } }> {
    const { consent, cookie } = await this.#authorizations.begin(request)
    const { oauth } = this.#deps
    const urls: Record<OAuthPurpose, () => string> = {
      link_account: () => oauth.customerUrl(consent),
      claim_order: () => oauth.customerUrl(consent),
      connect_server: () => oauth.installUrl(consent),
    }
    return { url: urls[request.purpose](), cookie }
  }

  /** @see Authorizations.complete */
  async completeAuthorization(
    state: string,
    cookies: Readonly<Record<string, string | undefined>>,
  ): Promise<Authorization> {
    return this.#authorizations.complete(state, cookies)
  }

  /** An order that gives roles to somebody who has not connected Discord is noted for a message, in the same transaction. */
  async refreshEntitlements(source: SourceFacts, priority?: Priority): Promise<string[]> {
    return refreshEntitlements(this.#db, source, {
      priority,
      // Whoever bought long ago is not written to because the store reads its older orders.
      alongside: (tx) =>
        priority === PRIORITY.bulk ? Promise.resolve() : this.messages.plan(tx, source),
    })
  }

  /** @see findStaleSources */
  async findStaleSources(sources: SourceFacts[]): Promise<string[]> {
    return findStaleSources(this.#db, sources)
  }

  /** How far a sweep over somebody else's records has come. @param name what is swept */
  watermark(name: string): Watermark {
    return new Watermark(this.#db, name)
  }

  /** Ids of the subscriptions of a source that gave something. */
  async listSubscriptionIds(provider: string): Promise<string[]> {
    const found = await this.listDiscordEntitlements(
      { source: "subscription", provider },
      { select: ["source_id"], order: { source_id: "ASC" } },
    )
    return [...new Set(found.map(({ source_id }) => source_id))]
  }

  /** Tells, once a day in the same words, that a source cannot be understood. What it gave before stays. */
  async reportSourceFailure(trigger: string, problems: string[]): Promise<void> {
    for (const message of problems) {
      if (await noteSourceFailure(this.#db, trigger, message)) {
        this.#deps.logger.error(`discord: ${message} (${trigger}; its roles stay as they are)`)
      }
    }
  }

  /** @see listMappedRoles */
  async listMappedRoles(variantIds: string[]): Promise<MappedRoleRow[]> {
    return listMappedRoles(this.#db, variantIds)
  }

  /** @see BulkRuns.editMappings */
  async replaceRoleMappings(
    variantIds: string[],
    mappings: NewMapping[],
    actorId: string | null = null,
  ): Promise<string[]> {
    return this.bulkRuns.editMappings(variantIds, mappings, actorId)
  }

  /** @see previewMappings */
  async previewRoleMappings(variantIds: string[], mappings: NewMapping[]): Promise<MappingPreview> {
    return previewMappings(this.#db, variantIds, mappings)
  }

  async markDue(scope: MarkScope, priority: Priority): Promise<string[]> {
    return markDue(this.#db, scope, priority)
  }

  /** @see retryMemberships */
  async retryMemberships(scope: RetryScope): Promise<{ count: number; server_ids: string[] }> {
    return retryMemberships(this.#db, scope)
  }

  /** Forgets what happened longer ago than the store wants to know. */
  async pruneActivity(): Promise<number> {
    return pruneActivity(this.#db, this.options.activityRetentionDays)
  }

  /** What the clock finds: due work, ends of access, authorisations nobody came back from. */
  async sweep(): Promise<void> {
    await dropExpired(this.#db)
    await forgetAccounts(this.#db)
    await this.bulkRuns.sweep()
    await this.engine.sweep()
  }
}
