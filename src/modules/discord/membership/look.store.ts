import { LOOK_EVERY_MS } from "./look.rules"
import { PRIORITY } from "../statuses.rules"
import { rows, type Db } from "../db/db"

/** Members of one server that a round looks at: few in the slow one, which has a day for all of them. */
const SLOW_BATCH = 60
/** And when an admin waits for all of them: about as many as Discord answers for in a minute. */
const CHECK_BATCH = 300

const DAY = `${LOOK_EVERY_MS} * interval '1 millisecond'`

/**
 * The slow round: makes members due, to be looked at first, who should hold something and were not seen for a day, or not since
 * an admin asked for a look at all members. Those whose turn came longest ago first, a few of each server, and none while a
 * server has other bulk work: what is left of Discord's limits is theirs. One range of an index for each server.
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
             and look_at <= greatest(now(), coalesce(s.check_requested_at, now() - ${DAY}) + ${DAY})
             and (look_at <= now() or last_seen_at is null or last_seen_at < s.check_requested_at)
             and next_attempt_at is null and deleted_at is null
           order by look_at
           limit case when s.check_requested_at > now() - ${DAY} then ${CHECK_BATCH} else ${SLOW_BATCH} end
             for update skip locked) m
        where s.status = 'connected' and s.deleted_at is null
          and not exists (
            select 1 from discord_membership busy
             where busy.server_id = s.id and busy.priority = ${PRIORITY.bulk}
               and busy.next_attempt_at <= now() and busy.deleted_at is null)),
     marked as (
       update discord_membership m set
         generation = generation + 1, status = 'due', priority = ${PRIORITY.bulk},
         next_attempt_at = now(), verify = true, look_at = now() + ${DAY}, updated_at = now()
        from chosen where m.id = chosen.id
       returning m.server_id)
     select distinct server_id from marked`,
  )
  return marked.map((row) => row.server_id)
}

/** How far a look at all members of a server has come. */
export interface MemberCheck {
  /** When it was last asked for; null = never. */
  requested_at: Date | null
  /** Members who should hold something. */
  total: number
  /** Of those: how many were seen since. */
  seen: number
}

/** Asks for a look at all members of a server who should hold something. */
export async function requestCheck(db: Db, serverId: string): Promise<void> {
  await rows(
    db,
    `update discord_server set check_requested_at = now(), updated_at = now() where id = :id`,
    { id: serverId },
  )
}

export async function readCheck(db: Db, serverId: string): Promise<MemberCheck> {
  const [check] = await rows<MemberCheck>(
    db,
    `select s.check_requested_at as requested_at, members.total, members.seen
       from discord_server s
      cross join lateral (
        select count(*)::int as total,
               count(*) filter (where m.last_seen_at >= s.check_requested_at)::int as seen
          from discord_membership m
         where m.server_id = s.id and m.look_at is not null and m.deleted_at is null) members
      where s.id = :id`,
    { id: serverId },
  )
  return check ?? { requested_at: null, total: 0, seen: 0 }
}
