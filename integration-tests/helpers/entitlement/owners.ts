import { OAuth2Scopes } from "discord.js"
import { sealTokens } from "../../../src/modules/discord/account/tokens.service"
import type { Db } from "../../../src/modules/discord/db/db"
import { refreshEntitlements } from "../../../src/modules/discord/entitlement/entitlement.store"
import type { Keyring } from "../../../src/modules/discord/security/keyring"

const HOUR_MS = 60 * 60_000

/** Customers with a linked account. */
const ACCOUNTS = [
  `insert into discord_account (id, discord_user_id, username, scopes)
     select 'dacc_' || u, u, u, :scopes from unnest(cast(:users as text[])) as u`,
  `insert into discord_account_link (id, customer_id, account_id)
     select 'dlink_' || u, 'cus_' || u, 'dacc_' || u from unnest(cast(:users as text[])) as u`,
]

const ENTITLEMENTS = `insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at)
     select 'dent_' || :variant || u, 'order', 'order_' || u, :variant, 'cus_' || u, now()
       from unnest(cast(:users as text[])) as u`

const MEMBERSHIPS = `insert into discord_membership
     (id, account_id, server_id, status, in_server, observed_roles, synced_generation, last_seen_at)
   select 'dmem_' || :server || u, 'dacc_' || u, :server, 'synced', true, '[]', 1, now()
     from unnest(cast(:users as text[])) as u`

const TOKENS = `insert into discord_account_token (id, account_id, sealed, expires_at)
   select 'datok_' || account_id, account_id, sealed, :expires_at
     from unnest(cast(:account_ids as text[]), cast(:sealed as text[])) as t (account_id, sealed)`

/**
 * Members of a server who own a variant, each linked to an account; known to be in the server without the role. One statement
 * a table, whatever the number. Marks nothing.
 */
export async function insertOwners(
  db: Db,
  server: { id: string; variantId: string },
  userIds: string[],
): Promise<void> {
  await insertMembers(db, server, userIds)
  await db.raw(ENTITLEMENTS, { users: userIds, variant: server.variantId })
}

/** The same, who own nothing yet. */
export async function insertMembers(
  db: Db,
  server: { id: string },
  userIds: string[],
): Promise<void> {
  const bindings = { users: userIds, server: server.id, scopes: "{}" }
  for (const statement of [...ACCOUNTS, MEMBERSHIPS]) {
    await db.raw(statement, bindings)
  }
}

/** Who holds what they bought, from the store. */
const HELD = [
  `insert into discord_role_grant (id, membership_id, role_id, origin, confirmed, reason)
     select 'dgrant_' || id, id, :role, 'granted', true, 'order'
       from discord_membership where server_id = :server and account_id = any(:accounts)`,
  `update discord_membership
      set observed_roles = jsonb_build_array(cast(:role as text)), look_at = now() + interval '1 day'
    where server_id = :server and account_id = any(:accounts)`,
]

/** The same as `insertOwners`, of members who hold the variant's role: nothing is to be done for them. */
export async function insertHolders(
  db: Db,
  server: { id: string; variantId: string; roleId: string },
  userIds: string[],
): Promise<void> {
  await insertOwners(db, server, userIds)
  const accounts = userIds.map((id) => `dacc_${id}`)
  for (const statement of HELD) {
    await db.raw(statement, { server: server.id, role: server.roleId, accounts })
  }
}

/**
 * Owners of a variant who agree to be brought into its server, and of whom nobody knows yet whether they are in. Marks nothing.
 * Their tokens are none of Discord's: for joins that are refused before anybody looks at those.
 */
export async function insertNewcomers(
  { db, keyring }: { db: Db; keyring: Keyring },
  variantId: string,
  userIds: string[],
): Promise<void> {
  const scopes = `{${OAuth2Scopes.Identify},${OAuth2Scopes.GuildsJoin}}`
  for (const statement of [...ACCOUNTS, ENTITLEMENTS]) {
    await db.raw(statement, { users: userIds, variant: variantId, scopes })
  }
  const accountIds = userIds.map((userId) => `dacc_${userId}`)
  const expires_at = new Date(Date.now() + HOUR_MS)
  const tokens = { access_token: "access", refresh_token: "refresh", scopes: [], expires_at }
  const sealed = accountIds.map((id) => sealTokens(keyring, id, tokens).sealed)
  await db.raw(TOKENS, { account_ids: accountIds, sealed, expires_at })
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
