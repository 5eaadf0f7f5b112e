import { LOOK_EVERY_MS } from "./look.rules"
import { PRIORITY } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { TAKES } from "../reconcile/difference.store"

/** Members of one server that a round looks at: few, since others wait for Discord, too. */
const BATCH = 60

const NEXT = `${LOOK_EVERY_MS} * interval '1 millisecond'`

/**
 * The slow round: makes members due, to be looked at first, whose own look has come: Discord waits for them to accept a server's
 * rules, or no reconcile has seen them for long. Those whose turn came longest ago first, a few of each server, and none while a
 * server has other bulk work: what is left of Discord's limits is theirs. From whom a reconcile would take something it has not taken
 * yet is its business: an admin may have been asked first. One range of an index for each server.
 *
 * @returns the servers that have work now
 */
export async function markForLook(db: Db): Promise<string[]> {
  const marked = await rows<{ server_id: string }>(
    db,
    `with chosen as (
       select m.id
         from discord_server s
        cross join lateral (
          select id from discord_membership
           where server_id = s.id
             and look_at <= now()
             and next_attempt_at is null and deleted_at is null
             and not exists (
               select 1 from discord_difference d
                where d.membership_id = discord_membership.id and d.applied_at is null
                  and ${TAKES} and d.deleted_at is null)
           order by look_at
           limit ${BATCH}
             for update skip locked) m
        where s.status = 'connected' and s.deleted_at is null
          and not exists (
            select 1 from discord_membership busy
             where busy.server_id = s.id and busy.priority = ${PRIORITY.bulk}
               and busy.next_attempt_at <= now() and busy.deleted_at is null)),
     marked as (
       update discord_membership m set
         generation = generation + 1, status = 'due', priority = ${PRIORITY.bulk},
         next_attempt_at = now(), verify = true, look_at = now() + ${NEXT}, updated_at = now()
        from chosen where m.id = chosen.id
       returning m.server_id)
     select distinct server_id from marked`,
  )
  return marked.map((row) => row.server_id)
}
