import type { Db } from "../../src/modules/discord/store/db"
import { refreshEntitlements } from "../../src/modules/discord/store/entitlements"

/**
 * Members of a server who own a variant, each linked to an account; known to be in the server without the role. One statement
 * a table, whatever the number. Marks nothing.
 */
export async function insertOwners(
  db: Db,
  server: { id: string; variantId: string },
  userIds: string[],
): Promise<void> {
  const bindings = { users: userIds, server: server.id, variant: server.variantId }
  const users = `unnest(cast(:users as text[])) as u`
  for (const statement of [
    `insert into discord_account (id, discord_user_id, username, scopes)
       select 'dacc_' || u, u, u, '{}' from ${users}`,
    `insert into discord_account_link (id, customer_id, account_id)
       select 'dlink_' || u, 'cus_' || u, 'dacc_' || u from ${users}`,
    `insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at)
       select 'dent_' || :variant || u, 'order', 'order_' || u, :variant, 'cus_' || u, now() from ${users}`,
    `insert into discord_membership
       (id, account_id, server_id, status, in_server, observed_roles, synced_generation)
       select 'dmem_' || :server || u, 'dacc_' || u, :server, 'synced', true, '[]', 1 from ${users}`,
  ]) {
    await db.raw(statement, bindings)
  }
}

/** The customer of an owner's account. */
export function customerOf(userId: string): string {
  return `cus_${userId}`
}

/** A paid order for one variant. @returns the servers that have work now */
export async function placeOrder(
  db: Db,
  orderId: string,
  customerId: string,
  variantId: string,
): Promise<string[]> {
  return refreshEntitlements(db, {
    source: "order",
    source_id: orderId,
    facts: [
      {
        variant_id: variantId,
        customer_id: customerId,
        starts_at: new Date(),
        ends_at: null,
        ended_reason: null,
      },
    ],
  })
}
