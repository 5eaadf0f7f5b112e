/**
 * SQL of who is which Discord user: whole customers, and single orders of guests. To be named in `from`, with an alias, where
 * the account is known, or all are looked at. From some customers outwards see `linksOfCustomerSql`.
 */
export const LINKS_SQL = `(select account_id, customer_id, cast(null as text) as order_id
    from discord_account_link where deleted_at is null
  union all
  select account_id, customer_id, order_id
    from discord_order_link where deleted_at is null)`

/**
 * The same of one customer, for `lateral`. OFFSET has each looked up by itself: PostgreSQL would read all links to find those of
 * a few.
 *
 * @param customerId SQL of the customer's id
 */
export function linksOfCustomerSql(customerId: string): string {
  return `(select account_id, customer_id, order_id from ${LINKS_SQL} link
    where link.customer_id = ${customerId} offset 0)`
}

/**
 * SQL of the links that lead to an entitlement, for `lateral` and `exists`: from each entitlement outwards, by indexes.
 *
 * @param entitlement alias of `discord_entitlement`
 */
export function linksToSql(entitlement: string): string {
  return `(select account_id from ${LINKS_SQL} link
    where ${ownsSql("link", entitlement)} offset 0)`
}

/** SQL for whether an entitlement comes from an order: it is the order's, or of the subscription that the order paid for. */
function isOfOrderSql(entitlement: string, orderId: string): string {
  const e = entitlement
  return `(${e}.source_id = ${orderId}
    or (${e}.source = 'subscription' and ${e}.order_ids @> to_jsonb(${orderId})))`
}

/**
 * SQL for whether a link leads to an entitlement. An order that was bought for one Discord user is nobody else's, whoever the
 * guest customer proves to be; and whoever it was bought for has nothing else of that customer's.
 *
 * @param link alias of `LINKS_SQL`, or of what has its columns
 * @param entitlement alias of `discord_entitlement`
 */
export function ownsSql(link: string, entitlement: string): string {
  const [l, e] = [link, entitlement]
  return `(${l}.customer_id = ${e}.customer_id and case
    when ${l}.order_id is not null then ${isOfOrderSql(e, `${l}.order_id`)}
    else not exists (select 1 from discord_order_link own
                      where own.customer_id = ${e}.customer_id and own.deleted_at is null
                        and ${isOfOrderSql(e, "own.order_id")}) end)`
}

/**
 * SQL for whether nobody and nothing is linked to an account any more.
 *
 * @param account SQL of the account's id
 */
export function unlinkedSql(account: string): string {
  return `(not exists (select 1 from discord_account_link l
                        where l.account_id = ${account} and l.deleted_at is null offset 0)
    and not exists (select 1 from discord_order_link o
                     where o.account_id = ${account} and o.deleted_at is null offset 0))`
}
