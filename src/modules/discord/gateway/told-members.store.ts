import { columnsOf, say } from "../../../messages"
import { writeActivity } from "../activity/activity.store"
import { rows, type Db } from "../db/db"
import { LOOK_EVERY_MS } from "../membership/look.rules"
import { markDue } from "../membership/mark.store"
import { PRIORITY } from "../statuses.rules"
import type { Told } from "./events.rules"
import type { KnownMember } from "./reaction.rules"

/** A member whom the store knows, and which of those told of it is. */
export interface FoundMember extends KnownMember {
  guild_id: string
  discord_user_id: string
}

/** Nobody works on them: what is written here and what a run finds must not meet. */
const AT_REST = `(m.lease_id is null or m.lease_expires_at <= now())`

/** Those of them whom the store knows, by one look into indexes whatever their number: who is a stranger costs nothing else. */
export async function findTold(db: Db, told: readonly Told[]): Promise<FoundMember[]> {
  const pairs = told.map(({ guild_id, discord_user_id }) => ({ guild_id, discord_user_id }))
  return rows<FoundMember>(
    db,
    `select s.guild_id, a.discord_user_id, m.id as membership_id, not ${AT_REST} as is_busy, m.in_server,
            m.joined_at, m.pending, m.error_code, m.look_at is not null as is_owed,
            coalesce((select json_agg(json_build_object('role_id', g.role_id, 'origin', g.origin,
                                                        'confirmed', g.confirmed))
                        from discord_role_grant g
                       where g.membership_id = m.id and g.deleted_at is null), '[]') as ledger
       from jsonb_to_recordset(cast(:told as jsonb)) as t(guild_id text, discord_user_id text)
       join discord_account a on a.discord_user_id = t.discord_user_id and a.deleted_at is null
       join discord_server s on s.guild_id = t.guild_id and s.deleted_at is null
        and s.status in ('connected', 'paused')
       join discord_membership m on m.account_id = a.id and m.server_id = s.id and m.deleted_at is null`,
    { told: JSON.stringify(pairs) },
  )
}

/** A member as the gateway shows them. */
export interface SeenMember {
  membership_id: string
  role_ids: string[]
  pending: boolean
}

/** What was told of members is what is known of them from now on. Written only where it says something new. */
export async function noteSeen(db: Db, seen: readonly SeenMember[]): Promise<void> {
  await rows(
    db,
    `update discord_membership m
        set in_server = true, observed_roles = t.role_ids, pending = t.pending, last_seen_at = now(),
            updated_at = now()
       from jsonb_to_recordset(cast(:seen as jsonb))
         as t(membership_id text, role_ids jsonb, pending boolean)
      where m.id = t.membership_id and ${AT_REST}
        and (m.in_server is not true or m.pending is distinct from t.pending
             or m.observed_roles is distinct from t.role_ids
             or coalesce(m.last_seen_at < now() - interval '5 minutes', true))`,
    { seen: JSON.stringify(seen) },
  )
}

/** Nothing is about to happen to them but a look, which this is. */
const WAITS = `m.look_at is not null and (m.next_attempt_at is null or m.status = 'synced')`

/**
 * They have left: what they held went with them, and nobody is brought back who has just gone. When they come again, the
 * gateway tells it.
 *
 * @returns those of whom it was written; of the others somebody has taken up the work
 */
export async function noteAbsent(
  db: Db,
  membershipIds: readonly string[],
  { is_banned }: { is_banned: boolean },
): Promise<string[]> {
  const message = is_banned ? say("discord.banned") : say("discord.not_in_server")
  return db.transaction(async (tx) => {
    const gone = await rows<{ id: string; server_id: string; account_id: string }>(
      tx,
      `update discord_membership m
          set in_server = false, observed_roles = '[]', joined_by_us = false, joined_at = null,
              pending = null, join_sent_at = null, join_role_ids = null, last_seen_at = now(),
              look_at = now() + case when m.look_at is not null then ${LOOK_EVERY_MS} * interval '1 millisecond' end,
              next_attempt_at = case when ${WAITS} then null else next_attempt_at end,
              status = case when ${WAITS} then :status else status end,
              error_owner = case when ${WAITS} then 'customer' else error_owner end,
              error_code = case when ${WAITS} then :code else error_code end,
              error_message = case when ${WAITS} then :words else error_message end,
              error_detail = case when ${WAITS} then cast(:detail as jsonb) else error_detail end,
              updated_at = now()
        where m.id = any(:ids) and ${AT_REST}
       returning m.id, m.server_id, m.account_id`,
      {
        ids: membershipIds,
        status: is_banned ? "waiting_for_customer" : "waiting_for_join",
        code: is_banned ? "40007" : null,
        ...columnsOf(message),
      },
    )
    const ids = gone.map(({ id }) => id)
    await rows(tx, `delete from discord_role_grant where membership_id = any(:ids)`, { ids })
    await writeActivity(
      tx,
      gone.map(({ id: membership_id, ...about }) => ({
        action: "member_read",
        membership_id,
        message,
        ...about,
      })),
    )
    return ids
  })
}

/**
 * Has the engine look at members.
 *
 * @param backIds those of them who are in the server again: a join would tell less than a look
 * @returns the servers that have work now
 */
export async function markTold(
  db: Db,
  membershipIds: readonly string[],
  backIds: readonly string[],
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await rows(
      tx,
      `update discord_membership set in_server = true where id = any(:ids) and in_server is not true`,
      { ids: backIds },
    )
    const isBack = new Set(backIds)
    const others = membershipIds.filter((id) => !isBack.has(id))
    const look = { look: "first" as const }
    const members = (ids: readonly string[]) => ({ kind: "members" as const, membership_ids: ids })
    return [
      ...(await markDue(tx, members(backIds), PRIORITY.customer, look)),
      ...(await markDue(tx, members(others), PRIORITY.change, look)),
    ]
  })
}
