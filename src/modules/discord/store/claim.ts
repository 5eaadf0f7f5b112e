import type { Priority } from "../domain/statuses"
import { rows, type Db } from "./db"
import { WORKED_ON } from "./servers"

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
  /** Only priorities of this range, the more urgent first. */
  most_urgent: Priority
  least_urgent: Priority
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
  const claimed = await rows<Omit<ClaimedMembership, "lease_ms">>(
    db,
    `update discord_membership
        set lease_id = gen_random_uuid()::text,
            lease_expires_at = now() + :lease_ms * interval '1 millisecond'
      where id in (
        select id from discord_membership
         where server_id = :server_id and priority between :most_urgent and :least_urgent
           and ${CLAIMABLE}
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
 * Servers worked on with work that is due or will be. A lane with nothing due yet sets its alarm: after a restart, what
 * waits for a retry or for a dead process's lease is taken up in time, not at some later sweep.
 */
export async function serversWithWork(db: Db): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    `select s.id from discord_server s
      where ${WORKED_ON} and s.deleted_at is null
        and exists (select 1 from discord_membership m
                     where m.server_id = s.id and m.next_attempt_at is not null and m.deleted_at is null)`,
  )
  return found.map((row) => row.id)
}

/** Milliseconds until a server's next membership comes due; null when none is scheduled. */
export async function msUntilNextDue(db: Db, serverId: string): Promise<number | null> {
  const [next] = await rows<{ ms: string | null }>(
    db,
    `select ceil(extract(epoch from min(greatest(next_attempt_at, lease_expires_at)) - now()) * 1000) as ms
       from discord_membership
      where server_id = :server_id and next_attempt_at is not null and deleted_at is null`,
    { server_id: serverId },
  )
  return next?.ms == null ? null : Math.max(0, Number(next.ms))
}

export async function isWorkedOn(db: Db, serverId: string): Promise<boolean> {
  const found = await rows(
    db,
    `select 1 from discord_server s where s.id = :id and ${WORKED_ON} and s.deleted_at is null`,
    { id: serverId },
  )
  return found.length > 0
}
