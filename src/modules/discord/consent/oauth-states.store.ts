import type { OAuthPurpose } from "../statuses.rules"
import { rows, type Db } from "../db/db"

export interface PendingAuthorization {
  id: string
  state_hash: string
  browser_hash: string
  entry_hash: string | null
  purpose: OAuthPurpose
  actor_id: string
  sealed_verifier: string
  redirect_url: string | null
  expires_at: Date
}

/** What a browser is given that begins an authorisation by its entry token. */
export type NewBrowser = Pick<
  PendingAuthorization,
  "state_hash" | "browser_hash" | "sealed_verifier" | "expires_at"
>

/** More tabs than a person has open at Discord. */
const MAX_OPEN = 5

/** Stores a pending authorisation. Whoever begins many keeps the newest few: in one transaction, one caller after another. */
export async function savePending(db: Db, pending: PendingAuthorization): Promise<void> {
  const { purpose, actor_id } = pending
  await db.transaction(async (tx) => {
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended(:whose, 0))`, {
      whose: `discord:oauth:${purpose}:${actor_id}`,
    })
    await tx("discord_oauth_state").insert(pending)
    await rows(
      tx,
      `delete from discord_oauth_state where id in (
         select id from discord_oauth_state
          where actor_id = :actor_id and purpose = :purpose and deleted_at is null
          order by expires_at desc, id desc offset :kept)`,
      { actor_id, purpose, kept: MAX_OPEN },
    )
  })
}

/** Takes a pending authorisation out of the database: whoever comes second, however close, finds nothing. */
export async function takePending(db: Db, stateHash: string): Promise<PendingAuthorization | null> {
  const [pending] = await rows<PendingAuthorization>(
    db,
    `delete from discord_oauth_state where state_hash = :state_hash and deleted_at is null
     returning id, state_hash, browser_hash, entry_hash, purpose, actor_id, sealed_verifier, redirect_url, expires_at`,
    { state_hash: stateHash },
  )
  return pending ?? null
}

/** Whether a browser may still come back for another authorisation of this purpose: from another tab. */
export async function hasPending(
  db: Db,
  browserHash: string,
  purpose: OAuthPurpose,
): Promise<boolean> {
  const open = await rows(
    db,
    `select 1 from discord_oauth_state
      where browser_hash = :browser_hash and purpose = :purpose and expires_at > now()
        and deleted_at is null
      limit 1`,
    { browser_hash: browserHash, purpose },
  )
  return open.length > 0
}

/**
 * Hands a pending authorisation to the browser that brings its entry token, once.
 *
 * @param entry.valid_until_end how long before its end it can still be begun, in milliseconds
 * @param renew what the browser is given; made for the row, since what is sealed is bound to it
 * @returns what it is for; null when the token is unknown, used or too old
 */
export async function enterPending(
  db: Db,
  entry: { hash: string; purposes: readonly OAuthPurpose[]; valid_until_end: number },
  renew: (found: Pick<PendingAuthorization, "id" | "purpose">) => NewBrowser,
): Promise<OAuthPurpose | null> {
  return db.transaction(async (tx) => {
    const [found] = await rows<Pick<PendingAuthorization, "id" | "purpose">>(
      tx,
      `update discord_oauth_state set entry_hash = null, updated_at = now()
        where entry_hash = :hash and purpose = any(:purposes) and deleted_at is null
          and expires_at > now() + :valid_until_end * interval '1 millisecond'
        returning id, purpose`,
      entry,
    )
    if (found) {
      await tx("discord_oauth_state").where({ id: found.id }).update(renew(found))
    }
    return found?.purpose ?? null
  })
}

export async function dropExpired(db: Db): Promise<void> {
  await rows(db, `delete from discord_oauth_state where expires_at < now() and deleted_at is null`)
}
