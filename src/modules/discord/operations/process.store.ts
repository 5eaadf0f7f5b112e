import { rows, type Db } from "../db/db"
import type { GatewayState } from "../gateway/gateway-state.store"
import type { Running } from "./health.rules"

/** A process that was not seen for this long has ended, or cannot reach the database. */
const ALIVE = "interval '75 seconds'"
/** After this nobody wants to know of it any more. */
const REMEMBERED = "interval '1 day'"

export interface ProcessFacts {
  id: string
  worker_mode: string
  has_shared_locks: boolean
  /** How its connection to the gateway is; null when it does not listen. */
  gateway: GatewayState | null
}

/** A process says that it is there, and clears away what is left of old ones. */
export async function noteProcess(db: Db, process: ProcessFacts): Promise<void> {
  await rows(
    db,
    `with gone as (
       delete from discord_process where seen_at < now() - ${REMEMBERED} and id <> :id)
     insert into discord_process (id, worker_mode, has_shared_locks, gateway, seen_at)
     values (:id, :worker_mode, :has_shared_locks, cast(:gateway as jsonb), now())
     on conflict (id) do update set gateway = excluded.gateway, seen_at = now(), updated_at = now()`,
    { ...process, gateway: process.gateway && JSON.stringify(process.gateway) },
  )
}

/** A process ends. */
export async function dropProcess(db: Db, id: string): Promise<void> {
  await rows(db, `delete from discord_process where id = :id`, { id })
}

/** Processes that do background work. One that was killed counts for a minute more: better too few calls to Discord than too many. */
export async function countWorkers(db: Db): Promise<number> {
  const [counted] = await rows<{ workers: number }>(
    db,
    `select cast(count(*) as int) as workers from discord_process
      where seen_at > now() - ${ALIVE} and worker_mode <> 'server' and deleted_at is null`,
  )
  return counted?.workers ?? 0
}

/**
 * Which processes run side by side: seen lately, and after the youngest of them had begun. One that was killed and started again
 * is not two.
 */
export async function runningProcesses(db: Db): Promise<Running> {
  const [running] = await rows<Running>(
    db,
    `with alive as (
       select created_at, seen_at, has_shared_locks from discord_process
        where seen_at > now() - ${ALIVE} and deleted_at is null)
     select cast(count(*) as int) as processes,
            cast(count(*) filter (where not has_shared_locks) as int) as with_own_locks
       from alive where seen_at >= (select max(created_at) from alive)`,
  )
  return running ?? { processes: 0, with_own_locks: 0 }
}
