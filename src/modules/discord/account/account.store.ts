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
  const former = await moveLink(tx, request, account_id)
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
  account_id: string
  /** Tokens to revoke; null when others are linked to the account, or it had none. */
  tokens: OldTokens | null
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
  const [link] = await rows<{ account_id: string; registered: boolean }>(
    tx,
    `delete from discord_account_link where customer_id = :customer_id and deleted_at is null
     returning account_id, registered`,
    { customer_id: customerId },
  )
  if (!link) {
    return null
  }
  const { account_id } = link
  if (link.registered) {
    // Only those whose lock is held: an order claimed meanwhile is claimed after this.
    await rows(
      tx,
      `delete from discord_account_link
        where account_id = :account_id and customer_id = any(:held) and deleted_at is null`,
      { account_id, held },
    )
  }
  const tokens = await dropTokensWithoutLink(tx, account_id)
  await writeActivity(tx, [{ action: "account_unlinked", trigger: customerId, account_id }])
  const server_ids = await markDue(
    tx,
    { kind: "accounts", account_ids: [account_id] },
    PRIORITY.customer,
  )
  return { account_id, tokens, server_ids }
}

/** The customer, and everybody linked to the same Discord account. */
async function customersOfAccountOf(db: Db, customerId: string): Promise<string[]> {
  const found = await rows<{ customer_id: string }>(
    db,
    `select other.customer_id
       from discord_account_link link
       join discord_account_link other
         on other.account_id = link.account_id and other.deleted_at is null
      where link.customer_id = :customer_id and link.deleted_at is null`,
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

function isViolationOf(error: unknown, constraint: string): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === constraint
}
