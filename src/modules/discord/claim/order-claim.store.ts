import { claimRefused } from "./order-claim.rules"
import { type SealFor } from "../account/account-tokens.store"
import { LINKS_SQL } from "../account/ownership.store"
import { linkWithin, type AccountFacts } from "../account/account.store"
import { rows, type Db } from "../db/db"
import { writeActivity } from "../activity/activity.store"
import { activeSql } from "../entitlement/standing.store"
import { lockOwners } from "../db/advisory-locks"

export interface StoredClaim {
  id: string
  order_id: string
  customer_id: string
  expires_at: Date
  claimed_at: Date | null
}

export interface NewClaim {
  id: string
  order_id: string
  customer_id: string
  token_hash: string
  expires_at: Date
}

const COLUMNS = "id, order_id, customer_id, expires_at, claimed_at"

/** Stores a link of an order. Those it had before and that nobody used stop working. */
export async function saveClaim(db: Db, claim: NewClaim): Promise<void> {
  await db.transaction(async (tx) => {
    await rows(
      tx,
      `update discord_claim set expires_at = now(), updated_at = now()
        where order_id = :order_id and claimed_at is null and expires_at > now() and deleted_at is null`,
      { order_id: claim.order_id },
    )
    await tx("discord_claim").insert(claim)
  })
}

/** The link that is open for an order, with the hash of its token; null when there is none. */
export async function findOpenClaim(
  db: Db,
  orderId: string,
  customerId: string,
): Promise<(StoredClaim & { token_hash: string }) | null> {
  const [claim] = await rows<StoredClaim & { token_hash: string }>(
    db,
    `select ${COLUMNS}, token_hash from discord_claim
      where order_id = :order_id and customer_id = :customer_id
        and claimed_at is null and expires_at > now() and deleted_at is null
      order by created_at desc limit 1`,
    { order_id: orderId, customer_id: customerId },
  )
  return claim ?? null
}

export async function findClaim(
  db: Db,
  by: { token_hash: string } | { id: string },
): Promise<StoredClaim | null> {
  const [column, value] = "id" in by ? ["id", by.id] : ["token_hash", by.token_hash]
  const [claim] = await rows<StoredClaim>(
    db,
    `select ${COLUMNS} from discord_claim where ${column} = :value and deleted_at is null`,
    { value },
  )
  return claim ?? null
}

/** Whether an order gives its customer anything now. */
export async function isEntitled(db: Db, orderId: string, customerId: string): Promise<boolean> {
  const standing = await rows(
    db,
    `select 1 from discord_entitlement e
      where e.source = 'order' and e.source_id = :order_id and e.customer_id = :customer_id
        and e.deleted_at is null and ${activeSql("e")}
      limit 1`,
    { order_id: orderId, customer_id: customerId },
  )
  return standing.length > 0
}

/**
 * Uses up a claim: its guest customer is the Discord user who consented from now on. Two at once take turns, and the second
 * finds it used. The same Discord user may come again: then only the tokens are new.
 *
 * @returns the servers that have work now
 * @throws MedusaError in words when it cannot be used any more
 */
export async function claimOrder(
  db: Db,
  claimId: string,
  consent: { account: AccountFacts; tokens: SealFor },
): Promise<{ account_id: string; customer_id: string; server_ids: string[] }> {
  return db.transaction(async (tx) => {
    const known = await findClaim(tx, { id: claimId })
    if (!known) {
      throw claimRefused("unknown")
    }
    const { customer_id, order_id } = known
    await lockOwners(tx, [customer_id])
    const [open] = await rows<StoredClaim>(
      tx,
      `select ${COLUMNS} from discord_claim where id = :id and deleted_at is null for update`,
      { id: claimId },
    )
    const owners = await linkedUsers(tx, known)
    if (owners.some((owner) => owner !== consent.account.discord_user_id)) {
      throw claimRefused("taken")
    }
    if (!open || open.expires_at.getTime() <= Date.now()) {
      throw claimRefused("expired")
    }
    if (open.claimed_at && owners.length === 0) {
      throw claimRefused("used")
    }
    const { account_id, server_ids } = await linkWithin(tx, {
      customer_id,
      registered: false,
      ...consent,
    })
    await rows(
      tx,
      `update discord_claim set claimed_at = coalesce(claimed_at, now()), account_id = :account_id,
              updated_at = now()
        where id = :id`,
      { id: claimId, account_id },
    )
    await writeActivity(tx, [{ action: "order_claimed", trigger: order_id, account_id }])
    return { account_id, customer_id, server_ids }
  })
}

/** The Discord users whose the order is, be it by itself or with all that its customer has. */
async function linkedUsers(
  db: Db,
  { order_id, customer_id }: Pick<StoredClaim, "order_id" | "customer_id">,
): Promise<string[]> {
  const links = await rows<{ discord_user_id: string }>(
    db,
    `select a.discord_user_id from ${LINKS_SQL} l
       join discord_account a on a.id = l.account_id
      where l.customer_id = :customer_id and (l.order_id is null or l.order_id = :order_id)`,
    { order_id, customer_id },
  )
  return links.map((link) => link.discord_user_id)
}
