import type { OAuthPurpose } from "../domain/statuses"
import { newId, rows, type Db } from "./db"

export interface PendingAuthorization {
  state_hash: string
  browser_hash: string
  purpose: OAuthPurpose
  actor_id: string
  sealed_verifier: string
  redirect_url: string | null
  expires_at: Date
}

export async function savePending(db: Db, pending: PendingAuthorization): Promise<void> {
  await db("discord_oauth_state").insert({ id: newId("dstate"), ...pending })
}

/** Takes a pending authorisation out of the database: whoever comes second, however close, finds nothing. */
export async function takePending(db: Db, stateHash: string): Promise<PendingAuthorization | null> {
  const [pending] = await rows<PendingAuthorization>(
    db,
    `delete from discord_oauth_state where state_hash = :state_hash
     returning state_hash, browser_hash, purpose, actor_id, sealed_verifier, redirect_url, expires_at`,
    { state_hash: stateHash },
  )
  return pending ?? null
}

export async function dropExpired(db: Db): Promise<void> {
  await rows(db, `delete from discord_oauth_state where expires_at < now()`)
}
