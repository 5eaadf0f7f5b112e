import { refused, refusedByDiscord } from "../refused"
import { say, type Catalogue } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import type { StoreDiscordResponse } from "../../../types/http"
import { readConsent, storable, type ConsentCode } from "../consent/read-consent.service"
import { readCustomerAccess } from "../access/customer-access.service"
import { signJoin } from "../invitation/join-tokens.service"
import type { DiscordBot } from "../discord-api/bot"
import { toFailure } from "../discord-api/errors"
import { PRIORITY } from "../statuses.rules"
import type { DiscordOptions } from "../options"
import { type OldTokens } from "./account-tokens.store"
import { findAccountId, linkAccount, unlinkAccount, type LinkResult } from "./account.store"
import { DeletedRecords } from "./deleted-records.service"
import { eraseCustomer, forgetAccounts } from "./erase.store"
import { ProvenGuests } from "./proven-guests.service"
import { TokenSeals } from "./token-seals.service"
import { markDue } from "../membership/mark.store"
import { messageOf, type SyncDeps } from "../engine/deps"
import { openConsent, type SealedConsent } from "../sign-in/sealed-consent"
import { openTokens } from "./tokens.service"

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_USER = 10013

/** A consent that has just been given, or one that a sign-in left. */
export type GivenConsent = ConsentCode | SealedConsent

export type LinkInput = GivenConsent & {
  customer_id: string
  /** Whether the customer is registered, not a guest. */
  registered: boolean
}

/** Who customers are in Discord. What changes what members should hold returns the servers to wake. */
export class AccountService {
  /** What was deleted in the store, as far as it concerns the plugin. */
  readonly deleted: DeletedRecords
  /** Guests who have proven which customer they are. */
  readonly guests: ProvenGuests
  readonly seals: TokenSeals
  readonly #deps: SyncDeps
  readonly #options: Pick<DiscordOptions, "backendUrl" | "webUrl">

  constructor(deps: SyncDeps, options: Pick<DiscordOptions, "backendUrl" | "webUrl">) {
    this.#deps = deps
    this.#options = options
    this.deleted = new DeletedRecords(deps.db)
    this.guests = new ProvenGuests(deps.db)
    this.seals = new TokenSeals(deps)
  }

  /** Forgets accounts that nobody needs any more. @see forgetAccounts */
  async sweep(): Promise<void> {
    await forgetAccounts(this.#deps.db)
  }

  /**
   * Links a customer to the Discord user who consented.
   *
   * @throws DiscordFailure for a wrong code; SealError for a consent that cannot be opened; MedusaError CONFLICT when the account
   * is another registered customer's
   */
  async linkByConsent(input: LinkInput): Promise<LinkResult & { can_join: boolean }> {
    const { customer_id, registered } = input
    const { can_join, ...consent } =
      "code" in input
        ? await readConsent(this.#deps, input)
        : storable(this.#deps.keyring, openConsent(this.#deps.keyring, input))
    const linked = await linkAccount(this.#deps.db, { customer_id, registered, ...consent })
    if (linked.replaced) {
      await this.#revoke(linked.replaced)
    }
    return { ...linked, can_join }
  }

  /**
   * Links a customer to a Discord user whom an admin names. Nobody consented, so the user can be given roles where they are a
   * member already, and is not brought in anywhere.
   *
   * @throws MedusaError NOT_FOUND when Discord knows no such user; CONFLICT when they are another registered customer's
   */
  async linkById(input: {
    customer_id: string
    registered: boolean
    discord_user_id: string
    actor_id: string
  }): Promise<LinkResult> {
    const { discord_user_id, ...link } = input
    const user = await this.#readUser(discord_user_id)
    const linked = await linkAccount(this.#deps.db, {
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
    if (linked.replaced) {
      await this.#revoke(linked.replaced)
    }
    return linked
  }

  /**
   * Ends a customer's link and revokes the tokens at Discord.
   *
   * @returns the servers that have work now; null when the customer had no link
   */
  async unlink(customerId: string): Promise<string[] | null> {
    const unlinked = await unlinkAccount(this.#deps.db, customerId)
    for (const tokens of unlinked?.tokens ?? []) {
      await this.#revoke(tokens)
    }
    return unlinked && unlinked.server_ids
  }

  /**
   * Ends all that a deleted customer had, and revokes their tokens.
   *
   * @returns the servers that have work now
   */
  async erase(customerId: string): Promise<string[]> {
    const { tokens, server_ids } = await eraseCustomer(this.#deps.db, customerId)
    for (const old of tokens) {
      await this.#revoke(old)
    }
    return server_ids
  }

  /**
   * What a customer holds, waits for and must do.
   *
   * @param texts in whose language; English when left out
   */
  async readAccess(customerId: string, texts?: Catalogue): Promise<StoreDiscordResponse> {
    const { db, keyring } = this.#deps
    const { backendUrl, webUrl } = this.#options
    const joinUrl = (server_id: string) =>
      `${backendUrl}/discord/join?token=${encodeURIComponent(signJoin(keyring, { server_id, customer_id: customerId }))}`
    return readCustomerAccess(db, customerId, { texts, webUrl, joinUrl })
  }

  /**
   * Marks everything of a customer as due, to be read in Discord first.
   *
   * @returns the servers that have work now; null when the customer has not connected Discord
   */
  async markDue(customerId: string): Promise<string[] | null> {
    const account_id = await findAccountId(this.#deps.db, customerId)
    return account_id === null
      ? null
      : markDue(this.#deps.db, { kind: "accounts", account_ids: [account_id] }, PRIORITY.customer, {
          look: "first",
        })
  }

  async #readUser(id: string): ReturnType<DiscordBot["readUser"]> {
    try {
      return await this.#deps.bot.whileSomebodyWaits().readUser(id)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code === UNKNOWN_USER || failure.status === 404) {
        throw refused(MedusaError.Types.NOT_FOUND, say("refusal.user_unknown", { id }))
      }
      throw refusedByDiscord(failure, "read_member")
    }
  }

  /** Revoking is a courtesy to the customer: should Discord not answer, the tokens are gone from here all the same. */
  async #revoke(tokens: OldTokens): Promise<void> {
    const { oauth, keyring, logger } = this.#deps
    try {
      await oauth.revoke(openTokens(keyring, tokens).access_token)
    } catch (error) {
      logger.warn(`discord: tokens were dropped but not revoked: ${messageOf(error)}`)
    }
  }
}
