import { rows, type Db } from "../db/db"
import type { OAuthPurpose } from "../statuses.rules"
import type { PageEnding } from "./page-session.rules"

export interface NewPageSession {
  id: string
  token_hash: string
  purpose: OAuthPurpose
  actor_id: string
  customer_id: string | null
  account_id: string | null
  ending: PageEnding
  reason: string
  expires_at: Date
}

export interface StoredPageSession extends Omit<NewPageSession, "token_hash"> {
  /** Whether the customer is that account's still. */
  is_linked: boolean
}

/** More browsers than one person connects from. */
const MAX_OPEN = 5

/**
 * Stores a session in place of the browser's former one. Who connects over and over keeps the newest few.
 *
 * @param formerId the browser's former session; null when it had none
 */
export async function savePageSession(
  db: Db,
  session: NewPageSession,
  formerId: string | null,
): Promise<void> {
  const { purpose, actor_id } = session
  await db.transaction(async (tx) => {
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended(:whose, 0))`, {
      whose: `discord:page:${purpose}:${actor_id}`,
    })
    if (formerId !== null) {
      await rows(tx, `delete from discord_page_session where id = :id`, { id: formerId })
    }
    await tx("discord_page_session").insert(session)
    await rows(
      tx,
      `delete from discord_page_session where id in (
         select id from discord_page_session
          where actor_id = :actor_id and purpose = :purpose and deleted_at is null
          order by created_at desc, id desc offset :kept)`,
      { actor_id, purpose, kept: MAX_OPEN },
    )
  })
}

export async function findPageSession(
  db: Db,
  tokenHash: string,
): Promise<StoredPageSession | null> {
  const [session] = await rows<StoredPageSession>(
    db,
    `select s.id, s.purpose, s.actor_id, s.customer_id, s.account_id, s.ending, s.reason, s.expires_at,
            exists (select 1 from discord_account_link l
                     where l.customer_id = s.customer_id and l.account_id = s.account_id
                       and l.deleted_at is null) as is_linked
       from discord_page_session s
      where s.token_hash = :token_hash and s.expires_at > now() and s.deleted_at is null`,
    { token_hash: tokenHash },
  )
  return session ?? null
}

/** The browser's person has disconnected: the page says so, and shows no account any more. */
export async function markDisconnected(db: Db, id: string): Promise<void> {
  await rows(
    db,
    `update discord_page_session
        set ending = 'disconnected', reason = 'disconnected', customer_id = null, account_id = null,
            updated_at = now()
      where id = :id`,
    { id },
  )
}

export async function dropExpiredPages(db: Db): Promise<void> {
  await rows(db, `delete from discord_page_session where expires_at < now()`)
}
