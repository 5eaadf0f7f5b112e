import { PRIORITY } from "../domain/statuses"
import { dropTokensWithoutLink } from "./accounts"
import { rows, type Db } from "./db"
import { CUSTOMER_DELETED } from "./entitlements"
import { markDue } from "./mark"
import { writeActivity } from "./record"
import { holdOwners } from "./turns"

/** At the latest then a deleted customer's account is forgotten, though Discord never answered. */
const ERASE_AT_LATEST_DAYS = 30
/** An account that its customer disconnected is kept this long: they may be about to connect it again. */
const FORGET_AFTER_DAYS = 1

export interface Erased {
  /** Tokens to revoke at Discord: nobody is linked to their account any more. */
  sealed: string | null
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
    await holdOwners(tx, [customerId])
    await dropNotes(tx, customerId)
    const ended = await rows(
      tx,
      `update discord_entitlement
          set ends_at = least(ends_at, now()), ended_reason = :reason, note = null, updated_at = now()
        where customer_id = :customer_id and ended_reason is distinct from :reason
        returning id`,
      { ...customer, reason: CUSTOMER_DELETED },
    )
    const [link] = await rows<{ account_id: string }>(
      tx,
      `delete from discord_account_link where customer_id = :customer_id returning account_id`,
      customer,
    )
    await rows(
      tx,
      `with claims as (delete from discord_claim where customer_id = :customer_id returning id),
       messages as (delete from discord_connect_message where customer_id = :customer_id)
       delete from discord_oauth_state
        where actor_id = :customer_id or actor_id in (select id from claims)`,
      customer,
    )
    if (ended.length > 0 || link) {
      await writeActivity(tx, [{ action: "customer_erased", trigger: customerId }])
    }
    if (!link) {
      return { sealed: null, server_ids: [] }
    }
    await dropAdopted(tx, link.account_id)
    return dropAccount(tx, link.account_id)
  })
}

/** What admins wrote about a customer stands in the log as well, in brackets behind what was granted. */
async function dropNotes(tx: Db, customerId: string): Promise<void> {
  await rows(
    tx,
    `update discord_activity_entry set message = split_part(message, ' (', 1), updated_at = now()
      where action in ('access_granted', 'access_changed', 'access_ended')
        and split_part(message, ':', 1) = any(array(
          select id from discord_entitlement
           where customer_id = :customer_id and source = 'manual'))`,
    { customer_id: customerId },
  )
}

/** Guests who were linked only because the customer verified their address: nobody of them asked for it themselves. */
async function dropAdopted(tx: Db, accountId: string): Promise<void> {
  await rows(
    tx,
    `delete from discord_account_link l
      where l.account_id = :account_id and not l.registered
        and not exists (select 1 from discord_account_link r
                         where r.account_id = l.account_id and r.registered)
        and not exists (select 1 from discord_claim c
                         where c.customer_id = l.customer_id and c.claimed_at is not null)`,
    { account_id: accountId },
  )
}

async function dropAccount(tx: Db, accountId: string): Promise<Erased> {
  const account = { account_id: accountId }
  const sealed = await dropTokensWithoutLink(tx, accountId)
  await rows(
    tx,
    `update discord_account set erase_requested_at = now()
      where id = :account_id and status = 'unlinked'`,
    account,
  )
  const server_ids = await markDue(
    tx,
    { kind: "accounts", account_ids: [accountId] },
    PRIORITY.customer,
  )
  await forgetAccounts(tx, accountId)
  return { sealed, server_ids }
}

/**
 * Erases accounts that nobody is linked to, with all that is known of them, once their roles are taken back and nothing is
 * left to do in Discord. A deleted customer's goes though a server is disconnected, and after 30 days whatever Discord says.
 *
 * @param accountId only this one; all when left out
 * @returns how many
 */
export async function forgetAccounts(db: Db, accountId: string | null = null): Promise<number> {
  const forgotten = await rows(
    db,
    `delete from discord_account a
      where a.status = 'unlinked' and (cast(:id as text) is null or a.id = :id)
        and not exists (select 1 from discord_account_link l where l.account_id = a.id)
        and (a.erase_requested_at is not null
             or a.updated_at < now() - ${FORGET_AFTER_DAYS} * interval '1 day')
        and (a.erase_requested_at < now() - ${ERASE_AT_LATEST_DAYS} * interval '1 day'
             or not exists (
          select 1 from discord_membership m
            join discord_server s on s.id = m.server_id
           where m.account_id = a.id
             and (m.generation > m.synced_generation or m.lease_id is not null
                  or exists (select 1 from discord_role_grant g where g.membership_id = m.id))
             and not (a.erase_requested_at is not null
                      and s.status = 'disconnected' and not s.takes_back_roles)))
      returning a.id`,
    { id: accountId },
  )
  return forgotten.length
}

/** Of these customers, those the plugin still holds something of. */
export async function heldCustomers(db: Db, customerIds: string[]): Promise<string[]> {
  const held = await rows<{ customer_id: string }>(
    db,
    `select customer_id from discord_account_link where customer_id = any(:ids)
     union
     select customer_id from discord_entitlement
      where customer_id = any(:ids) and ended_reason is distinct from :reason
     union
     select customer_id from discord_claim where customer_id = any(:ids)
     union
     select customer_id from discord_connect_message where customer_id = any(:ids)`,
    { ids: customerIds, reason: CUSTOMER_DELETED },
  )
  return held.map((row) => row.customer_id)
}
