import { MedusaError } from "@medusajs/framework/utils"
import type { StoreDiscordResponse } from "../../types/http"
import { readConsent } from "./consent"
import { readCustomerAccess } from "./customer-access"
import type { DiscordBot } from "./discord-api/bot"
import { toFailure } from "./discord-api/errors"
import { ownerOf } from "./domain/error-owner"
import { REFUSAL } from "./domain/refusals"
import { PRIORITY } from "./domain/statuses"
import { findAccountId, linkAccount, unlinkAccount, type LinkResult } from "./store/accounts"
import { eraseCustomer } from "./store/erase"
import { markDue } from "./store/mark"
import type { SyncDeps } from "./sync/deps"
import { openTokens } from "./sync/tokens"

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_USER = 10013

export interface LinkInput {
  customer_id: string
  /** Whether the customer is registered, not a guest. */
  registered: boolean
  code: string
  verifier: string
}

/** Who customers are in Discord. What changes what members should hold returns the servers to wake. */
export class CustomerAccounts {
  readonly #deps: SyncDeps

  constructor(deps: SyncDeps) {
    this.#deps = deps
  }

  /**
   * Exchanges the code of a customer's consent and links the customer to that Discord user.
   *
   * @throws DiscordFailure for a wrong code; MedusaError CONFLICT when the account is another registered customer's
   */
  async linkByCode(input: LinkInput): Promise<LinkResult> {
    const { customer_id, registered } = input
    const consent = await readConsent(this.#deps, input)
    const linked = await linkAccount(this.#deps.db, { customer_id, registered, ...consent })
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
  async unlink(customerId: string): Promise<string[] | null> {
    const unlinked = await unlinkAccount(this.#deps.db, customerId)
    if (unlinked?.sealed) {
      await this.#revoke(unlinked.sealed)
    }
    return unlinked && unlinked.server_ids
  }

  /**
   * Ends all that a deleted customer had, and revokes their tokens.
   *
   * @returns the servers that have work now
   */
  async erase(customerId: string): Promise<string[]> {
    const { sealed, server_ids } = await eraseCustomer(this.#deps.db, customerId)
    if (sealed) {
      await this.#revoke(sealed)
    }
    return server_ids
  }

  /** What a customer holds, waits for and must do. */
  async readAccess(customerId: string): Promise<StoreDiscordResponse> {
    return readCustomerAccess(this.#deps.db, customerId)
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
          verify: true,
        })
  }

  async #readUser(id: string): ReturnType<DiscordBot["readUser"]> {
    try {
      return await this.#deps.bot.readUser(id)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code === UNKNOWN_USER || failure.status === 404) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, REFUSAL.user_unknown(id))
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
