import { PRIORITY, type MembershipStatus } from "../statuses.rules"
import { rows, type Db } from "../db/db"

export interface RetryScope {
  /** These alone. */
  ids?: readonly string[] | undefined
  status: readonly MembershipStatus[]
  server_ids?: readonly string[] | undefined
}

/**
 * Makes memberships due at once that wait, retry or are held back, to be read in Discord first: somebody says that something
 * is different now. Servers that are disconnected are left alone.
 *
 * @returns how many, and the servers that have work now
 */
export async function retryMemberships(
  db: Db,
  { ids, status, server_ids }: RetryScope,
): Promise<{ count: number; server_ids: string[] }> {
  const found = await rows<{ server_id: string; count: number }>(
    db,
    `with chosen as (
       select m.id from discord_membership m
         join discord_server s on s.id = m.server_id and s.status <> 'disconnected'
        where m.deleted_at is null and m.status = any(:status)
          and (cast(:ids as text[]) is null or m.id = any(cast(:ids as text[])))
          and (cast(:server_ids as text[]) is null or m.server_id = any(cast(:server_ids as text[])))
        order by m.account_id, m.server_id
        for update of m),
     retried as (
       update discord_membership m set
         generation = generation + 1, status = 'due', attempts = 0, next_attempt_at = now(),
         priority = case when m.next_attempt_at is null then :priority
                         else least(m.priority, :priority) end,
         verify = true, look_at = now(), sync_run_id = null, updated_at = now()
        from chosen where m.id = chosen.id
       returning m.server_id)
     select server_id, count(*)::int as count from retried group by server_id`,
    {
      status,
      ids: ids ?? null,
      server_ids: server_ids ?? null,
      // Who names members sits at the screen; all of them must not be in a buyer's way.
      priority: ids === undefined ? PRIORITY.bulk : PRIORITY.change,
    },
  )
  return {
    count: found.reduce((sum, row) => sum + row.count, 0),
    server_ids: found.map((row) => row.server_id),
  }
}
