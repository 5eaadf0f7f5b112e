import { say } from "../../../messages"
import { PRIORITY } from "../statuses.rules"
import { newId, rows, type Db } from "../db/db"
import { markDue } from "../membership/mark.store"
import { writeActivity } from "../activity/activity.store"
import { lockOwners } from "../db/advisory-locks"

/** A guest customer who has proven to be a registered one. */
export interface ProvenGuest {
  /** The registered customer. */
  customer_id: string
  guest_id: string
}

/**
 * Links a guest customer to the Discord account of the registered customer they are. A guest whose order somebody has claimed
 * stays that Discord user's, and a customer who has not connected Discord has nothing to share yet.
 *
 * @returns the servers that have work now
 */
export async function adoptGuest(
  db: Db,
  { customer_id, guest_id }: ProvenGuest,
): Promise<string[]> {
  return db.transaction(async (tx) => {
    // A customer who disconnects at this moment does so before, or ends the guest's link with their own.
    await lockOwners(tx, [customer_id, guest_id])
    const [link] = await rows<{ account_id: string }>(
      tx,
      `select account_id from discord_account_link
        where customer_id = :customer_id and registered and deleted_at is null`,
      { customer_id },
    )
    if (!link) {
      return []
    }
    const { account_id } = link
    const adopted = await rows(
      tx,
      `insert into discord_account_link (id, customer_id, registered, account_id)
       values (:id, :guest_id, false, :account_id)
       on conflict (customer_id) where deleted_at is null do nothing returning id`,
      { id: newId("dlink"), guest_id, account_id },
    )
    if (adopted.length === 0) {
      return []
    }
    await writeActivity(tx, [
      {
        action: "account_linked",
        trigger: guest_id,
        account_id,
        message: say("activity.guest_orders_of", { customer_id }),
      },
    ])
    return markDue(tx, { kind: "accounts", account_ids: [account_id] }, PRIORITY.customer, {
      look: "lately",
    })
  })
}

/** Registered customers who connected Discord since a moment, a page at a time by their ids. */
export async function customersLinkedSince(
  db: Db,
  since: Date,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const links = await rows<{ customer_id: string }>(
    db,
    `select customer_id from discord_account_link
      where registered and updated_at >= :since and customer_id > :after and deleted_at is null
      order by customer_id limit :limit`,
    { since, after, limit },
  )
  return links.map((link) => link.customer_id)
}
