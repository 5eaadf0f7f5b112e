import type { ChoreState } from "../chore/chores.rules"
import { rows, type Db } from "../db/db"

/** Where a lease stands. */
export interface LeaseRow {
  id: string
  owner: string
  /** False when its owner did not renew it: that process died, or cannot reach the database. */
  is_alive: boolean
}

/** A row that somebody works on, and the claim's id. */
export interface RowLease {
  id: string
  lease_id: string
}

/** Takes a lease that nobody has. @returns whether it is `owner`'s now; false too while `owner` has it already */
export async function takeLease(
  db: Db,
  lease: { id: string; owner: string; lease_ms: number },
): Promise<boolean> {
  const taken = await rows(
    db,
    `insert into discord_lease as lease (id, owner, expires_at)
       values (:id, :owner, now() + :lease_ms * interval '1 millisecond')
     on conflict (id) do update set
       owner = excluded.owner, expires_at = excluded.expires_at, updated_at = now()
       where lease.expires_at <= now()
     returning id`,
    lease,
  )
  return taken.length > 0
}

/** Gives a lease back, unless it is somebody else's by now. */
export async function dropLease(db: Db, id: string, owner: string): Promise<void> {
  await rows(db, `delete from discord_lease where id = :id and owner = :owner`, { id, owner })
}

/**
 * A sign of life for all that a process has in hand. What ran out is not brought to life again, since somebody else may be
 * about to take it. Rows that are being written to are left for the next time: waiting for them, several at once could wait in
 * a circle.
 *
 * @returns the leases that hold, and the claims on rows that do
 */
export async function renewLeases(
  db: Db,
  held: {
    owner: string
    lease_ms: number
    ids: readonly string[]
    row_ids: readonly string[]
    row_lease_ids: readonly string[]
  },
): Promise<string[]> {
  const renewed = await rows<{ id: string }>(
    db,
    `with until as (select now() + :lease_ms * interval '1 millisecond' as at),
     mine as (
       select id from discord_lease
        where id = any(:ids) and owner = :owner and expires_at > now()
        for update skip locked),
     leases as (
       update discord_lease l set expires_at = until.at from mine, until where l.id = mine.id
       returning l.id),
     claimed as (
       select id from discord_membership
        where id = any(:row_ids) and lease_id = any(:row_lease_ids) and lease_expires_at > now()
        for update skip locked),
     claims as (
       update discord_membership m set lease_expires_at = until.at from claimed, until
        where m.id = claimed.id
       returning m.lease_id)
     select id from leases union all select lease_id from claims`,
    held,
  )
  return renewed.map(({ id }) => id)
}

/**
 * The leases whose names begin so. There are few: one for each piece of work in hand. Those of processes that died are told
 * once, to one process: it is to look after what they leave behind.
 */
export async function reviewLeases(db: Db, prefix: string): Promise<LeaseRow[]> {
  return rows<LeaseRow>(
    db,
    `with dead as (
       delete from discord_lease where starts_with(id, :prefix) and expires_at <= now()
       returning id, owner)
     select id, owner, false as is_alive from dead
     union all
     select id, owner, true from discord_lease
      where starts_with(id, :prefix) and expires_at > now()`,
    { prefix },
  )
}

/** A chore is begun by one process at a time, and not again before some time has passed since it last began. */
export async function beginChore(
  db: Db,
  chore: { id: string; owner: string; lease_ms: number; gap_ms: number; every_ms: number },
): Promise<boolean> {
  const begun = await rows(
    db,
    `insert into discord_lease as lease (id, owner, expires_at, begun_at, every_ms)
       values (:id, :owner, now() + :lease_ms * interval '1 millisecond', now(), :every_ms)
     on conflict (id) do update set
       owner = excluded.owner, expires_at = excluded.expires_at, begun_at = now(),
       every_ms = excluded.every_ms, updated_at = now()
       where lease.expires_at <= now()
         and (lease.begun_at is null
              or lease.begun_at <= now() - :gap_ms * interval '1 millisecond')
     returning id`,
    chore,
  )
  return begun.length > 0
}

/** @param isDone false: it failed, and is worth another try in its turn */
export async function endChore(
  db: Db,
  { id, owner, isDone }: { id: string; owner: string; isDone: boolean },
): Promise<void> {
  await rows(
    db,
    `update discord_lease set expires_at = now(), updated_at = now(),
            done_at = case when :is_done then now() else done_at end
      where id = :id and owner = :owner`,
    { id, owner, is_done: isDone },
  )
}

/** Has chores that nobody has begun yet wait for their first turn from now on. */
export async function noteChores(db: Db, ids: readonly string[], owner: string): Promise<void> {
  await rows(
    db,
    `insert into discord_lease (id, owner, expires_at, begun_at)
     select id, :owner, now(), now() from unnest(cast(:ids as text[])) as id
     on conflict (id) do nothing`,
    { ids, owner },
  )
}

/** Where each chore stands. */
export async function readChores(db: Db, prefix: string): Promise<({ id: string } & ChoreState)[]> {
  return rows(
    db,
    `select id, expires_at > now() as is_alive,
            cast(extract(epoch from now() - begun_at) * 1000 as float) as begun_ms
       from discord_lease where starts_with(id, :prefix)`,
    { prefix },
  )
}
