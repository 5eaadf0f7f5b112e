import { container as appContainer } from "@medusajs/framework"
import type { ILockingModule, Logger } from "@medusajs/framework/types"
import { MedusaError, MedusaService, Modules } from "@medusajs/framework/utils"
import type { StoreDiscordResponse } from "../../types/http"
import { ConnectMessages } from "./connect-messages"
import { readConsent } from "./consent"
import { AdminDesk } from "./admin-desk"
import { readCustomerAccess } from "./customer-access"
import { DeletedRecords } from "./deleted-records"
import { DiscordBot } from "./discord-api/bot"
import { toFailure } from "./discord-api/errors"
import { DiscordOAuth } from "./discord-api/oauth"
import { RateLimits } from "./discord-api/rate-limits"
import { RestPool } from "./discord-api/rest"
import {
  changed,
  ended,
  granted,
  type AccessChange,
  type AccessGrant,
  type ManualAccess,
} from "./domain/manual-access"
import type { ServerCheck } from "./domain/server-checks"
import { ownerOf } from "./domain/error-owner"
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
import { AdminReads } from "./reads"
import { readServerAgain } from "./server-refresh"
import { readServerFacts } from "./servers"
import { listMappedRoles, type MappedRoleRow } from "./store/mapped-roles"
import { pruneActivity } from "./store/activity"
import { findAccountId, linkAccount, unlinkAccount, type LinkResult } from "./store/accounts"
import { newId, type Db } from "./store/db"
import {
  disconnectServer,
  previewDisconnect,
  type DisconnectPreview,
  type DisconnectRoles,
} from "./store/disconnect"
import { eraseCustomer, forgetAccounts } from "./store/erase"
import { findStaleSources, refreshEntitlements, type SourceFacts } from "./store/entitlements"
import {
  findManualAccess,
  restoreManualAccess,
  writeManualAccess,
  type AccessKey,
  type AccessWritten,
  type Actor,
} from "./store/manual-access"
import { markDue, type MarkScope } from "./store/mark"
import { dropExpired } from "./store/oauth-states"
import { retryMemberships, type RetryScope } from "./store/retry"
import { previewMappings, type MappingPreview, type NewMapping } from "./store/role-mappings"
import { changeServerSettings, type SettingsChange } from "./store/server-settings"
import { connectServer, type ConnectedServer } from "./store/servers"
import { noteSourceFailure } from "./store/source-failures"
import { Watermark } from "./store/watermarks"
import { checkSources } from "./subscription-check"
import type { SyncDeps } from "./sync/deps"
import { SyncEngine } from "./sync/engine"
import { openTokens } from "./sync/tokens"

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_USER = 10013

interface Dependencies {
  logger: Logger
  __pg_connection__: Db
  discordOptions: DiscordOptions
}

export interface LinkInput {
  customer_id: string
  /** Whether the customer is registered, not a guest. */
  registered: boolean
  code: string
  verifier: string
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
  readonly #db: Db
  readonly #rest: RestPool
  readonly #limits: RateLimits
  readonly #deps: SyncDeps
  readonly #authorizations: Authorizations

  constructor({ logger, __pg_connection__, discordOptions }: Dependencies) {
    // eslint-disable-next-line prefer-rest-params
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

  /**
   * Exchanges the code of a customer's consent and links the customer to that Discord user.
   *
   * @throws DiscordFailure for a wrong code; MedusaError CONFLICT when the account is another registered customer's
   */
  async linkAccountByCode(input: LinkInput): Promise<LinkResult> {
    const { customer_id, registered } = input
    const consent = await readConsent(this.#deps, input)
    const linked = await linkAccount(this.#db, { customer_id, registered, ...consent })
    if (linked.replaced_sealed) {
      await this.#revoke(linked.replaced_sealed)
    }
    return linked
  }

  /**
   * Links a customer to a Discord user whom an admin names. Nobody consented, so the user can be given roles where they are a
   * member already, and is not brought in anywhere.
   *
   * @throws MedusaError NOT_FOUND when Discord knows no such user; CONFLICT when they are another registered customer's
   */
  async linkAccountById(input: {
    customer_id: string
    registered: boolean
    discord_user_id: string
    actor_id: string
  }): Promise<LinkResult> {
    const { discord_user_id, ...link } = input
    const user = await this.#readUser(discord_user_id)
    const linked = await linkAccount(this.#db, {
      ...link,
      account: {
        discord_user_id: user.id,
        username: user.username,
        global_name: user.global_name,
        avatar: user.avatar,
        scopes: [],
      },
      tokens: null,
    })
    if (linked.replaced_sealed) {
      await this.#revoke(linked.replaced_sealed)
    }
    return linked
  }

  /**
   * Ends a customer's link and revokes the tokens at Discord.
   *
   * @returns the servers that have work now; null when the customer had no link
   */
  async unlinkAccount(customerId: string): Promise<string[] | null> {
    const unlinked = await unlinkAccount(this.#db, customerId)
    if (unlinked?.sealed) {
      await this.#revoke(unlinked.sealed)
    }
    return unlinked && unlinked.server_ids
  }

  /**
   * Connects the server the bot was just installed in, or connects it again.
   *
   * @throws DiscordFailure for a wrong code, or when the bot cannot read the server
   */
  async connectServer(install: {
    code: string
    verifier: string
    actor_id: string
  }): Promise<ConnectedServer> {
    const { oauth, bot } = this.#deps
    const guild = await oauth.exchangeInstallCode(install.code, install.verifier)
    const facts = await readServerFacts(bot, guild.id, { channels: true })
    return connectServer(this.#db, facts, install.actor_id)
  }

  /** @see disconnectServer */
  async disconnectServer(
    serverId: string,
    choice: { roles: DisconnectRoles; actor_id: string | null },
  ): Promise<string[]> {
    return disconnectServer(this.#db, serverId, choice)
  }

  /** Whom disconnecting a server would concern. */
  async previewDisconnect(serverId: string): Promise<DisconnectPreview> {
    return previewDisconnect(this.#db, serverId)
  }

  /**
   * Reads a server from Discord again; what waited for the admin is tried once more.
   *
   * @returns the health checks, and the servers that have work now
   * @throws MedusaError UNEXPECTED_STATE in words when Discord does not answer
   */
  async refreshServer(
    serverId: string,
    guildId: string,
  ): Promise<{ checks: ServerCheck[]; server_ids: string[] }> {
    const server_ids = await readServerAgain(this.#deps, serverId, guildId)
    const overview = (await this.desk.readOverviews([serverId])).get(serverId)
    return { checks: overview?.checks ?? [], server_ids }
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

  /**
   * Ends all that a deleted customer had, and revokes their tokens.
   *
   * @returns the servers that have work now
   */
  async eraseCustomer(customerId: string): Promise<string[]> {
    const { sealed, server_ids } = await eraseCustomer(this.#db, customerId)
    if (sealed) {
      await this.#revoke(sealed)
    }
    return server_ids
  }

  /** @see changeServerSettings */
  async changeServerSettings(
    id: string,
    change: Parameters<typeof changeServerSettings>[2],
  ): Promise<SettingsChange | null> {
    return changeServerSettings(this.#db, id, change)
  }

  /** @see findStaleSources */
  async findStaleSources(sources: SourceFacts[]): Promise<string[]> {
    return findStaleSources(this.#db, sources)
  }

  /** How far a sweep over somebody else's records has come. @param name what is swept */
  watermark(name: string): Watermark {
    return new Watermark(this.#db, name)
  }

  /** Gives a customer a variant by hand. @see granted */
  async grantAccess(
    grant: AccessGrant & { reference?: string | undefined },
  ): Promise<AccessWritten> {
    const id = newId("dent")
    const { customer_id, variant_id, reference } = grant
    return writeManualAccess(
      this.#db,
      { id, source_id: reference ?? id, customer_id, variant_id },
      (before) => granted(before, grant, new Date()),
      { action: "access_granted", actor_id: grant.actor_id ?? null },
    )
  }

  async changeAccess(access: ManualAccess, change: AccessChange & Actor): Promise<AccessWritten> {
    return writeManualAccess(
      this.#db,
      access,
      (before) => changed(before ?? access, change, new Date()),
      { action: "access_changed", actor_id: change.actor_id },
    )
  }

  async endAccess(access: ManualAccess, actor: Actor): Promise<AccessWritten> {
    return writeManualAccess(this.#db, access, (before) => ended(before ?? access, new Date()), {
      action: "access_ended",
      ...actor,
    })
  }

  /** @see restoreManualAccess */
  async restoreAccess(written: AccessWritten, actor: Actor): Promise<string[]> {
    return restoreManualAccess(this.#db, written, actor)
  }

  async findManualAccess(by: AccessKey): Promise<ManualAccess[]> {
    return findManualAccess(this.#db, by)
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

  /** What a customer holds, waits for and must do. */
  async readCustomerAccess(customerId: string): Promise<StoreDiscordResponse> {
    return readCustomerAccess(this.#db, customerId)
  }

  async markDue(scope: MarkScope, priority: Priority): Promise<string[]> {
    return markDue(this.#db, scope, priority)
  }

  /**
   * Marks everything of a customer as due, to be read in Discord first.
   *
   * @returns the servers that have work now; null when the customer has not connected Discord
   */
  async markCustomerDue(customerId: string): Promise<string[] | null> {
    const account_id = await findAccountId(this.#db, customerId)
    return account_id === null
      ? null
      : markDue(this.#db, { kind: "account", account_id }, PRIORITY.customer, { verify: true })
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

  async #readUser(id: string): ReturnType<DiscordBot["readUser"]> {
    try {
      return await this.#deps.bot.readUser(id)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code === UNKNOWN_USER || failure.status === 404) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Discord knows no user ${id}. In Discord: User Settings > Advanced > Developer Mode, then right-click the user > Copy User ID.`,
        )
      }
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        ownerOf(failure, "read_member").message,
      )
    }
  }

  /** Revoking is a courtesy to the customer: should Discord not answer, the tokens are gone from here all the same. */
  async #revoke(sealed: string): Promise<void> {
    const { oauth, keyring, logger } = this.#deps
    try {
      await oauth.revoke(openTokens(keyring, sealed).access_token)
    } catch (error) {
      logger.warn(`discord: tokens were dropped but not revoked: ${toFailure(error).message}`)
    }
  }
}
