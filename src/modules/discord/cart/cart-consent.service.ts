import type { SealFor } from "../account/account-tokens.store"
import { openTokens, sealTokens } from "../account/tokens.service"
import { readConsent, type ConsentCode } from "../consent/read-consent.service"
import { newId } from "../db/db"
import type { SyncDeps } from "../engine/deps"
import { SealError } from "../security/keyring"
import {
  dropCartConsents,
  eraseCarts,
  hasCartConsents,
  saveCartConsent,
  useCartConsent,
  waitingCarts,
  type CartConsent,
  type CartOrder,
  type UsedCartConsent,
} from "./cart-consent.store"

/** As long as Discord's access token lasts: a cart left longer is connected anew. */
const LIFETIME_MS = 7 * 24 * 60 * 60_000

/** Consents of guests who connect Discord before they buy. */
export class CartConsentService {
  readonly #deps: Pick<SyncDeps, "db" | "oauth" | "keyring">

  constructor(deps: Pick<SyncDeps, "db" | "oauth" | "keyring">) {
    this.#deps = deps
  }

  /**
   * Exchanges the code of a consent, and keeps what it gave for the cart alone.
   *
   * @throws DiscordFailure with code `invalid_grant` for a wrong or used code
   */
  async save(cart_id: string, code: ConsentCode): Promise<{ can_join: boolean }> {
    const { account, tokens, can_join } = await readConsent(this.#deps, code)
    const id = newId("dcart")
    const { sealed, expires_at: token_expires_at } = tokens(id)
    await saveCartConsent(this.#deps.db, {
      id,
      cart_id,
      ...account,
      sealed,
      token_expires_at,
      expires_at: new Date(Date.now() + LIFETIME_MS),
    })
    return { can_join }
  }

  /** Whether any cart has a consent that waits for its order: only then is an order asked for its cart. */
  async areWaiting(): Promise<boolean> {
    return hasCartConsents(this.#deps.db)
  }

  /** @see useCartConsent */
  async use(order: CartOrder): Promise<UsedCartConsent | null> {
    return useCartConsent(this.#deps.db, order, (consent) => this.#sealFor(consent))
  }

  /** Of these carts, those with a consent that waits. */
  async waitingAmong(cartIds: string[]): Promise<string[]> {
    return waitingCarts(this.#deps.db, cartIds)
  }

  /** Forgets what was kept for a deleted customer's carts: consents, ways to Discord, and browsers that came back. */
  async erase(cartIds: string[]): Promise<void> {
    await eraseCarts(this.#deps.db, cartIds)
  }

  /** Forgets what was kept for carts that nobody completed. */
  async sweep(): Promise<void> {
    await dropCartConsents(this.#deps.db)
  }

  /** @returns null when its key is gone: then the buyer is given roles only where they are a member */
  #sealFor({ id, sealed, token_expires_at }: CartConsent): SealFor | null {
    const { keyring } = this.#deps
    try {
      const pair = openTokens(keyring, { account_id: id, sealed })
      return (accountId) =>
        sealTokens(keyring, accountId, { ...pair, expires_at: token_expires_at })
    } catch (error) {
      if (error instanceof SealError) {
        return null
      }
      throw error
    }
  }
}
