import { OAuth2Scopes } from "discord.js"
import { MedusaError } from "@medusajs/framework/utils"
import type { Catalogue } from "../../../messages"
import { answerTodo, type AnsweredTodo } from "../access/customer-todo.rules"
import type { Db } from "../db/db"
import type { DiscordOptions } from "../options"
import { refused } from "../refused"
import { isAnyRequired, readRequirement, saveRequirement } from "./product-setting.store"
import {
  purchaseRefusal,
  purchaseTodo,
  requirementOf,
  type Buyer,
  type RequireConnection,
} from "./purchase.rules"
import { listOffers, type BuyerOf, type OfferRow } from "./purchase.store"

/** What a variant would give a buyer now. */
export interface Offer {
  variant_id: string
  roles: OfferRow[]
  todo: AnsweredTodo | null
}

/** A cart about to be completed. */
export interface CartToComplete extends BuyerOf {
  is_completed: boolean
  variant_ids: string[]
}

/** What is told and asked of a buyer before they buy. */
export class PurchaseService {
  readonly #db: Db
  readonly #options: Pick<DiscordOptions, "requireConnection" | "webUrl">

  constructor(db: Db, options: Pick<DiscordOptions, "requireConnection" | "webUrl">) {
    this.#db = db
    this.#options = options
  }

  /**
   * What each variant would give, in the order of the variants.
   *
   * @param texts in whose language it is told what is to be done first; English when left out
   */
  async listOffers(
    variantIds: readonly string[],
    buyer: BuyerOf,
    texts?: Catalogue,
  ): Promise<Offer[]> {
    const offers = await listOffers(this.#db, variantIds, buyer)
    return variantIds.map((variant_id) => {
      const roles = offers.filter((offer) => offer.variant_id === variant_id)
      const todo = purchaseTodo(buyerOf(roles), roles, this.#options.webUrl)
      return { variant_id, roles, todo: answerTodo(todo, texts) }
    })
  }

  /** What was set for a product itself; null = nothing. */
  async retrieveRequirement(productId: string): Promise<boolean | null> {
    return readRequirement(this.#db, productId)
  }

  /** Whether anything is sold only to connected buyers. */
  async isAnyRequired(): Promise<boolean> {
    return this.#options.requireConnection === true || (await isAnyRequired(this.#db))
  }

  /** What counts for a product. */
  async requirementOf(productId: string): Promise<RequireConnection> {
    return requirementOf(await this.retrieveRequirement(productId), this.#options.requireConnection)
  }

  /** @see saveRequirement */
  async saveRequirement(
    productId: string,
    required: boolean | null,
    actorId: string | null,
  ): Promise<void> {
    await saveRequirement(this.#db, productId, required, actorId)
  }

  /**
   * Refuses a cart whose roles could go to nobody, where the store wants buyers to connect Discord first.
   *
   * @throws MedusaError NOT_ALLOWED with the code `discord_connection_required` or `discord_banned`
   */
  async checkCart({ is_completed, variant_ids, ...buyer }: CartToComplete): Promise<void> {
    if (is_completed || variant_ids.length === 0) {
      return
    }
    const offers = await listOffers(this.#db, variant_ids, buyer)
    const refusal = purchaseRefusal({
      is_completed,
      is_connected: buyerOf(offers) !== null,
      roles: offers.map(({ own_requirement, ...role }) => ({
        ...role,
        requirement: requirementOf(own_requirement, this.#options.requireConnection),
      })),
    })
    if (refusal) {
      throw refused(MedusaError.Types.NOT_ALLOWED, refusal.message, refusal.code)
    }
  }
}

function buyerOf([offer]: readonly OfferRow[]): Buyer | null {
  if (!offer || offer.account_status === null) {
    return null
  }
  const can_join =
    offer.account_status === "linked" && (offer.scopes?.includes(OAuth2Scopes.GuildsJoin) ?? false)
  return { status: offer.account_status, can_join }
}
