import { columnsOf } from "../../../messages"
import { PRIORITY } from "../statuses.rules"
import { dropTokensWithoutLink, type OldTokens } from "./account-tokens.store"
import { rows, type Db } from "../db/db"
import { unlinkedSql } from "./ownership.store"
import { CUSTOMER_DELETED } from "../entitlement/entitlement.store"
import { markDue } from "../membership/mark.store"
import { writeActivity } from "../activity/activity.store"
import { lockOwners } from "../db/advisory-locks"
import { TESTED } from "../role-test/role-test.rules"

/** At the latest then a deleted customer's account is forgotten, though Discord never answered. */
const ERASE_AT_LATEST_DAYS = 30
/** An account that its customer disconnected is kept this long: they may be about to connect it again. */
const FORGET_AFTER_DAYS = 1

export interface Erased {
  /** Tokens to revoke at Discord: nobody is linked to their accounts any more. */
  tokens: OldTokens[]
  /** Servers that have work now. */
  server_ids: string[]
}

/**
 * Ends everything a deleted customer had, and forgets who they are in Discord. An account that others are linked to (orders
 * claimed as a guest) stays theirs. Else its roles go first, and `forgetAccounts` erases it then. Doing it again changes
 * nothing.
 */
export async function eraseCustomer(db: Db, customerId: string): Promise<Erased> {
  const customer = { customer_id: customerId }
  return db.transaction(async (tx) => {
    await lockOwners(tx, [customerId])
    await dropNotes(tx, customerId)
    const ended = await rows(
      tx,
      `update discord_entitlement
          set ends_at = least(ends_at, now()), ended_reason = :reason, note = null, suspended_note = null,
              updated_at = now()
        where customer_id = :customer_id and ended_reason is distinct from :reason
          and deleted_at is null
        returning id`,
      { ...customer, reason: CUSTOMER_DELETED },
    )
    const [link] = await rows<{ account_id: string }>(
      tx,
      `delete from discord_account_link
        where customer_id = :customer_id and deleted_at is null returning account_id`,
      customer,
    )
    await rows(
      tx,
      `with claims as (
         delete from discord_claim
          where customer_id = :customer_id and deleted_at is null returning id),
       messages as (
         delete from discord_connect_message
          where customer_id = :customer_id and deleted_at is null),
       pages as (
         delete from discord_page_session
          where (customer_id = :customer_id
                 or actor_id in (select :customer_id union all select id from claims))
            and deleted_at is null)
       delete from discord_oauth_state
        where actor_id in (select :customer_id union all select id from claims)
          and deleted_at is null`,
      customer,
    )
    const orders = await rows<{ account_id: string }>(
      tx,
      `delete from discord_order_link
        where customer_id = :customer_id and deleted_at is null returning account_id`,
      customer,
    )
    const linked = [...(link ? [link] : []), ...orders].map(({ account_id }) => account_id)
    if (ended.length > 0 || linked.length > 0) {
      await writeActivity(tx, [{ action: "customer_erased", trigger: customerId }])
    }
    if (link) {
      await dropAdopted(tx, link.account_id)
    }
    return dropAccounts(tx, [...new Set(linked)].sort())
  })
}

/** What admins wrote about a customer stands in the log as well, in brackets behind the access it is about. */
async function dropNotes(tx: Db, customerId: string): Promise<void> {
  await rows(
    tx,
    `update discord_activity_entry
        set message = split_part(message, ' (', 1),
            message_detail = case
              when message_detail is not null then jsonb_build_object(
                'code', regexp_replace(message_detail ->> 'code', '_note$', ''),
                'params', (message_detail -> 'params') - 'note') end,
            updated_at = now()
      where action in ('access_granted', 'access_changed', 'access_ended', 'access_suspended', 'access_resumed')
        and split_part(message, ':', 1) = any(array(
          select id from discord_entitlement
           where customer_id = :customer_id and deleted_at is null))
        and deleted_at is null`,
    { customer_id: customerId },
  )
}

/** Guests who were linked only because the customer verified their address: nobody of them asked for it themselves. */
async function dropAdopted(tx: Db, accountId: string): Promise<void> {
  await rows(
    tx,
    `delete from discord_account_link l
      where l.account_id = :account_id and not l.registered and l.deleted_at is null
        and not exists (select 1 from discord_account_link r
                         where r.account_id = l.account_id and r.registered and r.deleted_at is null)
        and not exists (select 1 from discord_claim c
                         where c.customer_id = l.customer_id and c.claimed_at is not null
                           and c.deleted_at is null)`,
    { account_id: accountId },
  )
}

async function dropAccounts(tx: Db, account_ids: string[]): Promise<Erased> {
  if (account_ids.length === 0) {
    return { tokens: [], server_ids: [] }
  }
  const tokens: OldTokens[] = []
  for (const id of account_ids) {
    const dropped = await dropTokensWithoutLink(tx, id)
    tokens.push(...(dropped ? [dropped] : []))
  }
  await rows(
    tx,
    `update discord_account set erase_requested_at = now()
      where id = any(:account_ids) and status = 'unlinked'`,
    { account_ids },
  )
  const server_ids = await markDue(tx, { kind: "accounts", account_ids }, PRIORITY.customer)
  for (const id of account_ids) {
    await forgetAccounts(tx, id)
  }
  return { tokens, server_ids }
}

/**
 * Erases accounts that nobody is linked to, with all that is known of them, once their roles are taken back and nothing is
 * left to do in Discord. A deleted customer's goes though a server is disconnected, and after 30 days whatever Discord says.
 *
 * @param accountId only this one; all when left out
 * @returns how many
 */
export async function forgetAccounts(db: Db, accountId: string | null = null): Promise<number> {
  const forgotten = await rows<{ discord_user_id: string }>(
    db,
    // OFFSET has each of the few accounts looked up by itself: else PostgreSQL may read all there is of the others.
    `delete from discord_account a
      where a.status = 'unlinked' and a.deleted_at is null
        and (cast(:id as text) is null or a.id = :id)
        and ${unlinkedSql("a.id")}
        and (a.erase_requested_at is not null
             or a.updated_at < now() - ${FORGET_AFTER_DAYS} * interval '1 day')
        and (a.erase_requested_at < now() - ${ERASE_AT_LATEST_DAYS} * interval '1 day'
             or not exists (
          select 1 from discord_membership m
            join discord_server s on s.id = m.server_id
           where m.account_id = a.id and m.deleted_at is null
             and (m.generation > m.synced_generation or m.lease_id is not null
                  or exists (select 1 from discord_role_grant g
                              where g.membership_id = m.id and g.deleted_at is null offset 0))
             and not (a.erase_requested_at is not null
                      and s.status = 'disconnected' and not s.takes_back_roles) offset 0))
      returning a.discord_user_id`,
    { id: accountId },
  )
  if (forgotten.length > 0) {
    await forgetTested(
      db,
      forgotten.map((account) => account.discord_user_id),
    )
  }
  return forgotten.length
}

/** On whom a role was tested is in the entry's words. */
async function forgetTested(db: Db, userIds: string[]): Promise<void> {
  await rows(
    db,
    `update discord_activity_entry
        set message = :words, message_detail = cast(:detail as jsonb), updated_at = now()
      where message_detail ->> 'code' = 'activity.tested_on'
        and message_detail -> 'params' ->> 'user_id' = any(:user_ids) and deleted_at is null`,
    { ...columnsOf(TESTED), user_ids: userIds },
  )
}

/** Of these customers, those the plugin still holds something of. */
export async function heldCustomers(db: Db, customerIds: string[]): Promise<string[]> {
  const held = await rows<{ customer_id: string }>(
    db,
    `select customer_id from discord_account_link where customer_id = any(:ids) and deleted_at is null
     union
     select customer_id from discord_order_link where customer_id = any(:ids) and deleted_at is null
     union
     select customer_id from discord_entitlement
      where customer_id = any(:ids) and ended_reason is distinct from :reason and deleted_at is null
     union
     select customer_id from discord_claim where customer_id = any(:ids) and deleted_at is null
     union
     select customer_id from discord_connect_message
      where customer_id = any(:ids) and deleted_at is null`,
    { ids: customerIds, reason: CUSTOMER_DELETED },
  )
  return held.map((row) => row.customer_id)
}
