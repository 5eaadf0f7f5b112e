import { PRIORITY, type Priority } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { WORKED_ON } from "../server/worked-on.store"

/** The right to work on one membership, for a while. */
export interface Lease {
  lease_id: string
  /** How long it holds after each sign of life. */
  lease_ms: number
}

export interface ClaimedMembership extends Lease {
  id: string
  generation: number
  attempts: number
  priority: Priority
}

export interface Claim {
  server_id: string
  lease_ms: number
  limit: number
  /** Only members who stand so. */
  presence: Presence
  /** Not this one, unless nobody else is due. */
  except?: string | null
  /** Only priorities of this range, the more urgent first. */
  most_urgent: Priority
  least_urgent: Priority
}

/**
 * Where a member was when last asked about, which tells what the first call for them is: `inside` a role's, `outside` a join,
 * and `unseen` either. Each kind of call has limits and troubles of its own, so each is worked on by workers of its own.
 */
export type Presence = "inside" | "unseen" | "outside"

const IS_PRESENT: Record<Presence, string> = {
  inside: "in_server is true",
  unseen: "in_server is null",
  outside: "in_server is false",
}

const CLAIMABLE = `next_attempt_at <= now() and deleted_at is null
  and (lease_expires_at is null or lease_expires_at < now())`

/**
 * Takes the most urgent due memberships of a server, none while nobody works on it. `SKIP LOCKED` and the lease keep two
 * workers off one row; a lease that ran out belongs to a process that died, or to a call that had to wait long. Each claim has
 * an id of its own, since the same worker may be the next to take a row. A range in the index's own order: the first of a
 * hundred thousand rows is found without sorting them.
 */
export async function claimDue(db: Db, claim: Claim): Promise<ClaimedMembership[]> {
  const { except = null } = claim
  const claimed = await claimRows(db, { ...claim, except })
  return claimed.length === 0 && except !== null
    ? claimRows(db, { ...claim, except: null })
    : claimed
}

async function claimRows(db: Db, claim: Claim): Promise<ClaimedMembership[]> {
  const claimed = await rows<Omit<ClaimedMembership, "lease_ms">>(
    db,
    `update discord_membership
        set lease_id = gen_random_uuid()::text,
            lease_expires_at = now() + :lease_ms * interval '1 millisecond'
      where id in (
        select id from discord_membership
         where server_id = :server_id and priority between :most_urgent and :least_urgent
           and ${IS_PRESENT[claim.presence]} and ${CLAIMABLE}
           and id is distinct from cast(:except as text)
           and exists (select 1 from discord_server s
                        where s.id = :server_id and ${WORKED_ON} and s.deleted_at is null)
         order by priority, next_attempt_at
         limit :limit
         for update skip locked)
      returning id, generation, attempts, priority, lease_id`,
    { ...claim },
  )
  return claimed.map((row) => ({ ...row, lease_ms: claim.lease_ms }))
}

/**
 * Takes one membership of a paused server, to try a role change: somebody in the server who waits first, then who was refused
 * before, the longest ago first.
 *
 * @param claim.again whether who was refused before may be taken
 */
export async function claimProbe(
  db: Db,
  claim: { server_id: string; lease_ms: number; again: boolean },
): Promise<ClaimedMembership | null> {
  const [claimed] = await rows<Omit<ClaimedMembership, "lease_ms">>(
    db,
    `update discord_membership
        set lease_id = gen_random_uuid()::text,
            lease_expires_at = now() + :lease_ms * interval '1 millisecond'
      where id = (
        select id from discord_membership
         where server_id = :server_id and deleted_at is null
           and (lease_expires_at is null or lease_expires_at < now())
           and (next_attempt_at <= now() or (:again and status = 'waiting_for_admin'))
         order by status = 'waiting_for_admin', in_server is true desc, priority, updated_at
         limit 1
         for update skip locked)
      returning id, generation, attempts, priority, lease_id`,
    claim,
  )
  return claimed ? { ...claimed, lease_ms: claim.lease_ms } : null
}

/** Each priority's part of the index is in the order of the due times: its head is all that is looked at. */
const PRIORITIES = `(values ${Object.values(PRIORITY)
  .map((priority) => `(${priority})`)
  .join(", ")}) as level(priority)`

/**
 * Servers worked on with work that is due soon. A lane with nothing due yet sets its alarm: after a restart, what waits for a
 * retry or for a dead process's lease is taken up in time, not at some later sweep.
 *
 * @param withinMs what is due later is found by the next sweep
 */
export async function serversWithWork(db: Db, withinMs: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    // LIMIT keeps the planner from joining all members of all servers instead.
    `select distinct s.id from discord_server s
      cross join ${PRIORITIES}
      cross join lateral (
        select 1 from discord_membership m
         where m.server_id = s.id and m.priority = level.priority
           and m.next_attempt_at <= now() + :within_ms * interval '1 millisecond'
           and m.deleted_at is null
         order by m.next_attempt_at limit 1) as due
      where ${WORKED_ON} and s.deleted_at is null`,
    { within_ms: withinMs },
  )
  return found.map((row) => row.id)
}

/** More rows than one server's workers have in hand: whatever is claimed, the next free one is among them. */
const HEAD = 64

/** Milliseconds until a server's next membership comes due, with a customer waiting and of all others; null = none. */
export interface NextDue {
  customers: number | null
  others: number | null
}

/** When a server that is worked on has work next. A claimed row comes due when its claim ends. */
export async function nextDue(db: Db, serverId: string): Promise<NextDue> {
  const found = await rows<{ priority: Priority; ms: number }>(
    db,
    `select level.priority, cast(extract(epoch from min(head.due_at) - now()) * 1000 as float) as ms
       from ${PRIORITIES}
      cross join lateral (
        select greatest(m.next_attempt_at, m.lease_expires_at) as due_at
          from discord_membership m
         where m.server_id = :server_id and m.priority = level.priority
           and m.next_attempt_at is not null and m.deleted_at is null
         order by m.next_attempt_at limit ${HEAD}) as head
      where exists (select 1 from discord_server s
                     where s.id = :server_id and ${WORKED_ON} and s.deleted_at is null)
      group by level.priority`,
    { server_id: serverId },
  )
  const soonest = (isWanted: (priority: Priority) => boolean) => {
    const times = found.filter((row) => isWanted(row.priority)).map(({ ms }) => Math.ceil(ms))
    return times.length > 0 ? Math.max(0, Math.min(...times)) : null
  }
  return {
    customers: soonest((priority) => priority === PRIORITY.customer),
    others: soonest((priority) => priority !== PRIORITY.customer),
  }
}

/** Whoever is due for longer than this has been found by a sweep. */
const LEFT_AT_MOST = "interval '2 minutes'"

/**
 * Servers where a customer waits whom nobody works on: the process that was told of them died.
 *
 * @param forMs for how long at least: whoever was told of them has time to begin
 */
export async function serversWithCustomers(db: Db, forMs: number): Promise<string[]> {
  const found = await rows<{ server_id: string }>(
    db,
    `select distinct left_alone.server_id from (
       select server_id from discord_membership
        where priority = ${PRIORITY.customer} and ${CLAIMABLE}
          and next_attempt_at between now() - ${LEFT_AT_MOST}
                                  and now() - :for_ms * interval '1 millisecond'
        order by next_attempt_at) as left_alone
       join discord_server s on s.id = left_alone.server_id
      where ${WORKED_ON} and s.deleted_at is null`,
    { for_ms: forMs },
  )
  return found.map((row) => row.server_id)
}
