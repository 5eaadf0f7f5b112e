import { refused } from "../refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { PRIORITY } from "../statuses.rules"
import { newId, rows, type Db } from "../db/db"
import { markDue } from "../membership/mark.store"
import {
  dropTokensWithoutLink,
  saveTokens,
  type OldTokens,
  type SealFor,
} from "./account-tokens.store"
import { writeActivity } from "../activity/activity.store"
import { lockOwners } from "../db/advisory-locks"
import { LINKS_SQL } from "./ownership.store"

export interface AccountFacts {
  discord_user_id: string
  username: string
  global_name: string | null
  avatar: string | null
  scopes: string[]
}

export interface LinkRequest {
  customer_id: string
  registered: boolean
  /** A guest's order; given, only that order is theirs, and nothing else of the customer. */
  order_id?: string
  account: AccountFacts
  /** Null when somebody else says who the customer is: nobody consented to anything in Discord. */
  tokens: SealFor | null
  /** The admin who links; left out when the customer does. */
  actor_id?: string
}

export interface LinkResult {
  account_id: string
  /** Tokens of the customer's former account, if nobody is linked to it any more: to be revoked. */
  replaced: OldTokens | null
  /** Servers that have work now. */
  server_ids: string[]
}

const ONE_REGISTERED_CUSTOMER = "IDX_discord_account_link_one_registered_customer"

/**
 * Links a customer to a Discord account, in place of any other account they had.
 *
 * @throws MedusaError CONFLICT when the account belongs to another registered customer. The database decides, so two
 * callbacks at once end in one link and one conflict.
 */
export async function linkAccount(db: Db, request: LinkRequest): Promise<LinkResult> {
  try {
    return await db.transaction((tx) => linkWithin(tx, request))
  } catch (error) {
    if (isViolationOf(error, ONE_REGISTERED_CUSTOMER)) {
      throw refused(MedusaError.Types.CONFLICT, say("consent.account_taken"), "account_taken")
    }
    throw error
  }
}

/** The same as a part of a transaction of the caller's. */
export async function linkWithin(tx: Db, request: LinkRequest): Promise<LinkResult> {
  await lockOwners(tx, [request.customer_id])
  await holdAccounts(tx, request)
  const account_id = await upsertAccount(tx, request.account, request.tokens !== null)
  const { order_id } = request
  const former =
    order_id === undefined
      ? await moveLink(tx, request, account_id)
      : await linkOrder(tx, { ...request, order_id }, account_id)
  if (request.tokens) {
    await saveTokens(tx, account_id, request.tokens(account_id))
  }
  await writeActivity(tx, [
    {
      action: "account_linked",
      trigger: request.customer_id,
      account_id,
      message: request.actor_id ? say("activity.linked_by", { actor_id: request.actor_id }) : null,
    },
  ])
  const account_ids = former ? [former, account_id] : [account_id]
  const server_ids = await markDue(tx, { kind: "accounts", account_ids }, PRIORITY.customer, {
    // They may have left and come back, which nothing tells: connecting says that they are at the screen.
    look: "first",
  })
  const replaced = former === null ? null : await dropTokensWithoutLink(tx, former)
  return { account_id, replaced, server_ids }
}

/**
 * Ends a customer's link. A registered customer's ends those of the orders, too, that the same Discord user claimed as a
 * guest: who disconnects wants the store to have nothing of theirs any more. The account stays known until its roles are
 * taken back.
 *
 * @returns null when the customer had no link
 */
export async function unlinkAccount(db: Db, customerId: string): Promise<Unlinked | null> {
  for (;;) {
    const unlinked = await db.transaction((tx) => unlinkWithin(tx, customerId))
    if (unlinked !== CHANGED_MEANWHILE) {
      return unlinked
    }
  }
}

interface Unlinked {
  /** Tokens to revoke: none of an account that others are linked to. */
  tokens: OldTokens[]
  /** Servers that have work now. */
  server_ids: string[]
}

const CHANGED_MEANWHILE = Symbol("changed meanwhile")

async function unlinkWithin(
  tx: Db,
  customerId: string,
): Promise<Unlinked | typeof CHANGED_MEANWHILE | null> {
  // Whose locks to take is known only by reading, and they are taken all at once, or two could wait for each other.
  const held = await customersOfAccountOf(tx, customerId)
  await lockOwners(tx, held)
  const linked = await customersOfAccountOf(tx, customerId)
  if (linked.some((id) => !held.includes(id))) {
    return CHANGED_MEANWHILE
  }
  const account_ids = await endLinks(tx, customerId, held)
  if (account_ids.length === 0) {
    return null
  }
  const tokens: OldTokens[] = []
  for (const account_id of account_ids) {
    const dropped = await dropTokensWithoutLink(tx, account_id)
    tokens.push(...(dropped ? [dropped] : []))
  }
  await writeActivity(
    tx,
    account_ids.map((account_id) => ({
      action: "account_unlinked" as const,
      trigger: customerId,
      account_id,
    })),
  )
  const server_ids = await markDue(tx, { kind: "accounts", account_ids }, PRIORITY.customer)
  return { tokens, server_ids }
}

/** @returns the accounts that the customer, or an order of theirs, was linked to, in one order */
async function endLinks(tx: Db, customer_id: string, held: string[]): Promise<string[]> {
  const [link] = await rows<{ account_id: string; registered: boolean }>(
    tx,
    `delete from discord_account_link where customer_id = :customer_id and deleted_at is null
     returning account_id, registered`,
    { customer_id },
  )
  const orders = await rows<{ account_id: string }>(
    tx,
    `delete from discord_order_link where customer_id = :customer_id and deleted_at is null
     returning account_id`,
    { customer_id },
  )
  if (link?.registered) {
    // Only those whose lock is held: an order claimed meanwhile is claimed after this.
    for (const table of ["discord_account_link", "discord_order_link"]) {
      await rows(
        tx,
        `delete from ${table}
          where account_id = :account_id and customer_id = any(:held) and deleted_at is null`,
        { account_id: link.account_id, held },
      )
    }
  }
  const linked = [...(link ? [link] : []), ...orders].map(({ account_id }) => account_id)
  return [...new Set(linked)].sort()
}

/** The customer, and everybody linked to the same Discord account, be it with one order. */
async function customersOfAccountOf(db: Db, customerId: string): Promise<string[]> {
  const found = await rows<{ customer_id: string }>(
    db,
    `select other.customer_id
       from ${LINKS_SQL} link
       cross join lateral (
         select customer_id from ${LINKS_SQL} l where l.account_id = link.account_id offset 0) other
      where link.customer_id = :customer_id`,
    { customer_id: customerId },
  )
  return [...new Set([customerId, ...found.map((link) => link.customer_id)])]
}

/** The account a customer is linked to; null when there is none. */
export async function findAccountId(db: Db, customerId: string): Promise<string | null> {
  const [link] = await rows<{ account_id: string }>(
    db,
    `select account_id from discord_account_link
      where customer_id = :customer_id and deleted_at is null`,
    { customer_id: customerId },
  )
  return link?.account_id ?? null
}

/** The account to link, and the one the customer is linked to now, in one order: two customers may trade places. */
async function holdAccounts(tx: Db, { account, customer_id }: LinkRequest): Promise<void> {
  await rows(
    tx,
    `select id from discord_account
      where id in (
        select id from discord_account
         where discord_user_id = :discord_user_id and deleted_at is null
        union all
        select account_id from discord_account_link
         where customer_id = :customer_id and deleted_at is null)
      order by id for no key update`,
    { discord_user_id: account.discord_user_id, customer_id },
  )
}

/** @param consented whether the scopes are news: without a consent those of an earlier one stand, as do its tokens */
async function upsertAccount(db: Db, facts: AccountFacts, consented: boolean): Promise<string> {
  const [account] = await rows<{ id: string }>(
    db,
    `insert into discord_account as known (id, discord_user_id, username, global_name, avatar, scopes, status)
     values (:id, :discord_user_id, :username, :global_name, :avatar, :scopes, 'linked')
     on conflict (discord_user_id) where deleted_at is null do update set
       username = excluded.username, global_name = excluded.global_name, avatar = excluded.avatar,
       scopes = case when :consented then excluded.scopes
                     when exists (select 1 from discord_account_token t where t.account_id = known.id)
                       then known.scopes
                     else '{}' end,
       status = 'linked', erase_requested_at = null, updated_at = now()
     returning id`,
    { id: newId("dacc"), consented, ...facts },
  )
  if (!account) {
    throw new Error("The account was not stored")
  }
  return account.id
}

/** @returns the account the customer was linked to before, when it was another one */
async function moveLink(
  db: Db,
  { customer_id, registered }: LinkRequest,
  account_id: string,
): Promise<string | null> {
  const [old] = await rows<{ account_id: string }>(
    db,
    `select account_id from discord_account_link
      where customer_id = :customer_id and deleted_at is null for update`,
    { customer_id },
  )
  await rows(
    db,
    `insert into discord_account_link (id, customer_id, registered, account_id)
     values (:id, :customer_id, :registered, :account_id)
     on conflict (customer_id) where deleted_at is null do update set
       account_id = excluded.account_id, registered = excluded.registered, updated_at = now()`,
    { id: newId("dlink"), customer_id, registered, account_id },
  )
  return old && old.account_id !== account_id ? old.account_id : null
}

/** @returns null: nobody is linked to anything less than before */
async function linkOrder(
  db: Db,
  { customer_id, order_id }: LinkRequest & { order_id: string },
  account_id: string,
): Promise<null> {
  await rows(
    db,
    `insert into discord_order_link (id, order_id, customer_id, account_id)
     values (:id, :order_id, :customer_id, :account_id)
     on conflict (order_id) where deleted_at is null do update set
       customer_id = excluded.customer_id, account_id = excluded.account_id, updated_at = now()`,
    { id: newId("dolink"), order_id, customer_id, account_id },
  )
  return null
}

function isViolationOf(error: unknown, constraint: string): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === constraint
}
