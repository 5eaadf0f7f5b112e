import { rows, type Db } from "../../../src/modules/discord/db/db"
import type { SyncEngine } from "../../../src/modules/discord/engine/engine"
import { eventually } from "../eventually"

interface Unsettled {
  id: string
  status: string
  error_message: string | null
}

/**
 * Lets the work on some users come to its end. What failed is tried again at once, and a look that is to follow follows at once:
 * their times are not what is tested here.
 *
 * @param about.userIds Discord's ids of the users; all when left out
 */
export async function settle(
  engine: SyncEngine,
  db: Db,
  { userIds = null, timeoutMs = 30_000 }: { userIds?: string[] | null; timeoutMs?: number } = {},
): Promise<void> {
  const bindings = { users: userIds }
  const mine = `m.account_id in (select id from discord_account
    where cast(:users as text[]) is null or discord_user_id = any(cast(:users as text[])))`
  await eventually(async () => {
    const due = await rows<{ server_id: string }>(
      db,
      `update discord_membership m set next_attempt_at = now()
        where ${mine} and m.next_attempt_at is not null
          and (m.status in ('due', 'retrying') or (m.status = 'synced' and m.next_attempt_at > now()))
       returning m.server_id`,
      bindings,
    )
    engine.wake([...new Set(due.map((row) => row.server_id))])
    await engine.idle()
    const left = await rows<Unsettled>(
      db,
      `select m.id, m.status, m.error_message from discord_membership m
        where ${mine} and (m.status in ('due', 'retrying') or m.lease_id is not null
                or (m.status = 'synced' and m.next_attempt_at is not null))`,
      bindings,
    )
    if (left.length > 0) {
      throw new Error(`Not settled: ${JSON.stringify(left)}`)
    }
  }, timeoutMs)
}
