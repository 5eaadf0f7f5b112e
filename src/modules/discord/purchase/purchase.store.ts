import { rows, type Db } from "../db/db"
import { offeredSql } from "../role-mapping/mapping-terms.store"
import type { AccountStatus } from "../statuses.rules"
import type { OfferedRole } from "./purchase.rules"

/** Who is about to buy: a customer, or whoever connected Discord with a guest's cart. */
export interface BuyerOf {
  customer_id: string | null
  cart_id: string | null
}

/** A role that a variant gives now, with what is known of the buyer. */
export interface OfferRow extends OfferedRole {
  variant_id: string
  product_id: string
  name: string
  color: number
  server_icon: string | null
  /** What was set for the product itself. */
  own_requirement: boolean | null
  /** Null = nobody has connected Discord. */
  account_status: AccountStatus | null
  scopes: string[] | null
}

/**
 * What some variants would give a buyer now, highest role first: one statement, whatever the number of variants. Roles that
 * cannot be given are not promised. A consent for a cart comes first: its order is that Discord user's.
 */
export async function listOffers(
  db: Db,
  variantIds: readonly string[],
  { customer_id, cart_id }: BuyerOf,
): Promise<OfferRow[]> {
  return rows<OfferRow>(
    db,
    `with buyer as materialized (
       select a.id, a.status, a.scopes, 1 as rank
         from discord_account_link l
         join discord_account a on a.id = l.account_id
        where l.customer_id = :customer_id and l.deleted_at is null
       union all
       select a.id, 'linked', c.scopes, 0
         from discord_cart_consent c
         left join discord_account a
           on a.discord_user_id = c.discord_user_id and a.deleted_at is null
        where c.cart_id = :cart_id and c.expires_at > now() and c.deleted_at is null
        order by rank limit 1)
     select m.variant_id, m.product_id, p.require_connection as own_requirement, r.name, r.color,
            s.name as server_name, s.guild_id, s.icon as server_icon, s.status as server_status,
            buyer.status as account_status, buyer.scopes,
            ms.status, ms.next_attempt_at is not null as is_scheduled, ms.error_code, ms.pending,
            ms.in_server
       from discord_role_mapping m
       join discord_role r
         on r.id = m.role_id and r.unassignable_reason is null and r.deleted_at is null
       join discord_server s
         on s.id = r.server_id and s.status <> 'disconnected' and s.deleted_at is null
       left join discord_product_setting p
         on p.product_id = m.product_id and p.deleted_at is null
       left join buyer on true
       left join discord_membership ms
         on ms.account_id = buyer.id and ms.server_id = s.id and ms.deleted_at is null
      where m.variant_id = any(:variant_ids) and ${offeredSql("m")}
      order by r.position desc, r.role_id`,
    { variant_ids: variantIds, customer_id, cart_id },
  )
}
