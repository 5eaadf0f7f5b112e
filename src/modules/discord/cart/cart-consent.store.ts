import type { SealFor } from "../account/account-tokens.store"
import { linkWithin, type AccountFacts } from "../account/account.store"
import { writeActivity } from "../activity/activity.store"
import { lockOwners } from "../db/advisory-locks"
import { rows, type Db } from "../db/db"

/** A consent for a cart, as it is stored. */
export interface CartConsent extends AccountFacts {
  id: string
  cart_id: string
  /** The tokens, sealed for this row. */
  sealed: string
  token_expires_at: Date
  expires_at: Date
}

/** An order that a cart has become. */
export interface CartOrder {
  cart_id: string
  order_id: string
  /** The guest customer whose the order is. */
  customer_id: string
}

/** Keeps a consent for a cart, in place of the one it had: whoever has the cart may choose anew until they have bought. */
export async function saveCartConsent(db: Db, consent: CartConsent): Promise<void> {
  await rows(
    db,
    `insert into discord_cart_consent
       (id, cart_id, discord_user_id, username, global_name, avatar, scopes, sealed,
        token_expires_at, expires_at)
     values (:id, :cart_id, :discord_user_id, :username, :global_name, :avatar, :scopes, :sealed,
             :token_expires_at, :expires_at)
     on conflict (cart_id) where deleted_at is null do update set
       id = excluded.id, discord_user_id = excluded.discord_user_id, username = excluded.username,
       global_name = excluded.global_name, avatar = excluded.avatar, scopes = excluded.scopes,
       sealed = excluded.sealed, token_expires_at = excluded.token_expires_at,
       expires_at = excluded.expires_at, updated_at = now()`,
    { ...consent },
  )
}

/** What became of a consent. */
export interface UsedCartConsent {
  /** Servers that have work now. */
  server_ids: string[]
  /** Whether the order was another Discord user's already. */
  taken: boolean
}

/** Whether any cart has a consent that waits for its order. */
export async function hasCartConsents(db: Db): Promise<boolean> {
  const open = await rows(
    db,
    `select 1 from discord_cart_consent
      where expires_at > now() and deleted_at is null order by expires_at limit 1`,
  )
  return open.length > 0
}

/**
 * Gives a guest's order to the Discord user who consented for its cart, and uses the consent up, in one transaction.
 *
 * @param sealFor the consent's tokens, to be sealed for an account; null when no key opens them
 * @returns null when the cart has no consent
 */
export async function useCartConsent(
  db: Db,
  { cart_id, order_id, customer_id }: CartOrder,
  sealFor: (consent: CartConsent) => SealFor | null,
): Promise<UsedCartConsent | null> {
  return db.transaction(async (tx) => {
    await lockOwners(tx, [customer_id])
    const [consent] = await rows<CartConsent>(
      tx,
      `delete from discord_cart_consent
        where cart_id = :cart_id and expires_at > now() and deleted_at is null
        returning id, cart_id, discord_user_id, username, global_name, avatar, scopes, sealed,
                  token_expires_at, expires_at`,
      { cart_id },
    )
    if (!consent) {
      return null
    }
    const owner = await orderedFor(tx, order_id)
    if (owner !== null && owner !== consent.discord_user_id) {
      return { server_ids: [], taken: true }
    }
    const { discord_user_id, username, global_name, avatar, scopes } = consent
    const { account_id, server_ids } = await linkWithin(tx, {
      customer_id,
      registered: false,
      order_id,
      account: { discord_user_id, username, global_name, avatar, scopes },
      tokens: sealFor(consent),
    })
    await writeActivity(tx, [{ action: "order_claimed", trigger: order_id, account_id }])
    return { server_ids, taken: false }
  })
}

/** Forgets consents for carts that nobody completed. */
export async function dropCartConsents(db: Db): Promise<void> {
  await rows(db, `delete from discord_cart_consent where expires_at < now() and deleted_at is null`)
}

/** Of these carts, those with a consent that waits for its order. */
export async function waitingCarts(db: Db, cart_ids: string[]): Promise<string[]> {
  const found = await rows<{ cart_id: string }>(
    db,
    `select cart_id from discord_cart_consent where cart_id = any(:cart_ids) and deleted_at is null`,
    { cart_ids },
  )
  return found.map(({ cart_id }) => cart_id)
}

/** Forgets all that is kept for carts that have become no order. */
export async function eraseCarts(db: Db, cart_ids: string[]): Promise<void> {
  await rows(
    db,
    `with consents as (
       delete from discord_cart_consent where cart_id = any(:cart_ids)),
     pages as (
       delete from discord_page_session where actor_id = any(:cart_ids))
     delete from discord_oauth_state where actor_id = any(:cart_ids)`,
    { cart_ids },
  )
}

/** Whose an order is by its cart; null = nobody's. */
async function orderedFor(db: Db, order_id: string): Promise<string | null> {
  const [link] = await rows<{ discord_user_id: string }>(
    db,
    `select a.discord_user_id from discord_order_link o
       join discord_account a on a.id = o.account_id
      where o.order_id = :order_id and o.deleted_at is null`,
    { order_id },
  )
  return link?.discord_user_id ?? null
}
