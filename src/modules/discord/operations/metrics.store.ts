import { rows, type Db } from "../db/db"
import { PRIORITY, type Priority } from "../statuses.rules"
import { WORKED_ON } from "../server/worked-on.store"

/** Members with work that is due, by how urgent it is. */
export interface QueueDepth {
  priority: Priority
  depth: number
  /** Seconds since the first of them came due; 0 when none is. */
  oldest_s: number
}

/** Of each server that is worked on, as far as it has come due: by the index that the engine claims by. */
export async function readQueue(db: Db): Promise<QueueDepth[]> {
  const found = await rows<QueueDepth>(
    db,
    `select m.priority, cast(count(*) as int) as depth,
            cast(extract(epoch from now() - min(m.next_attempt_at)) as float) as oldest_s
       from discord_membership m
       join discord_server s on s.id = m.server_id and ${WORKED_ON} and s.deleted_at is null
      where m.next_attempt_at <= now() and m.deleted_at is null
      group by m.priority`,
  )
  const known = new Map(found.map((row) => [row.priority, row]))
  return Object.values(PRIORITY).map(
    (priority) => known.get(priority) ?? { priority, depth: 0, oldest_s: 0 },
  )
}

/** How long buyers waited for roles that were given lately. */
export interface OrderLag {
  roles: number
  median_s: number
  longest_s: number
}

/** Whoever waits longer than this does not wait for the store any more. */
const LONGEST_WAIT = "interval '7 days'"

/**
 * From the order, or from the connection of who connected later, to the role. Only the first time that an order gave it: a role that
 * was lost in Discord and given again is nobody's wait for an order. Bulk runs are left out, too.
 *
 * @param lately of which time: roles that were given before it are left out
 * @returns null when no such role was given
 */
export async function readOrderLag(
  db: Db,
  lately: "5 minutes" | "1 day",
): Promise<OrderLag | null> {
  const [lag] = await rows<OrderLag>(
    db,
    `with given as (
       select substr(trigger, length('order ') + 1) as order_id, created_at
         from discord_activity_entry a
        where created_at > now() - cast(:lately as interval) and action in ('role_added', 'member_joined')
          and trigger like 'order %' and role_id is not null and sync_run_id is null
          and deleted_at is null
          and not exists (
            select 1 from discord_activity_entry earlier
             where earlier.trigger = a.trigger and earlier.account_id = a.account_id
               and earlier.role_id = a.role_id and earlier.action in ('role_added', 'member_joined')
               and earlier.created_at < a.created_at and earlier.deleted_at is null)),
     waited as (
       select extract(epoch from g.created_at - greatest(e.starts_at, l.linked_at)) as s
         from given g
        cross join lateral (
          select starts_at, customer_id from discord_entitlement
           where source = 'order' and source_id = g.order_id and deleted_at is null
           order by starts_at limit 1) e
         left join lateral (
          select max(updated_at) as linked_at from discord_account_link
           where customer_id = e.customer_id and deleted_at is null) l on true
        where greatest(e.starts_at, l.linked_at) > g.created_at - ${LONGEST_WAIT})
     select cast(count(*) as int) as roles,
            cast(percentile_cont(0.5) within group (order by greatest(s, 0)) as float) as median_s,
            cast(max(greatest(s, 0)) as float) as longest_s
       from waited having count(*) > 0`,
    { lately },
  )
  return lag ?? null
}

/** Seconds since a full look at a server's members against Discord was last completed; null = never. */
export async function readReconcileAge(db: Db): Promise<number | null> {
  const [run] = await rows<{ age_s: number | null }>(
    db,
    `select cast(extract(epoch from now() - max(finished_at)) as float) as age_s
       from discord_sync_run
      where kind = 'reconcile' and status = 'completed' and deleted_at is null`,
  )
  return run?.age_s ?? null
}
