import { rows, type Db } from "../db/db"
import type { GatewayState } from "../gateway/gateway-state.store"
import type { TokenState } from "./bot-token.rules"
import type { Running } from "./health.rules"

/** A process that was not seen for this long has ended, or cannot reach the database. */
export const ALIVE = "interval '75 seconds'"
/** After this nobody wants to know of it any more. */
const REMEMBERED = "interval '1 day'"

/**
 * Processes that run side by side: seen lately, and after the youngest of them had begun. One that was killed and started again is
 * not two.
 */
const BESIDE = `alive as (
       select * from discord_process where seen_at > now() - ${ALIVE} and deleted_at is null),
     beside as (
       select * from alive where seen_at >= (select max(created_at) from alive))`

export interface ProcessFacts {
  id: string
  worker_mode: string
  has_shared_locks: boolean
  /** How its connection to the gateway is; null when it does not listen. */
  gateway: GatewayState | null
  token: TokenState
}

/** A process says that it is there, and clears away what is left of old ones. */
export async function noteProcess(
  db: Db,
  { gateway, token, ...process }: ProcessFacts,
): Promise<void> {
  await rows(
    db,
    `with gone as (
       delete from discord_process where seen_at < now() - ${REMEMBERED} and id <> :id)
     insert into discord_process
       (id, worker_mode, has_shared_locks, gateway, bot_token, bot_token_seen_at, seen_at)
     values (:id, :worker_mode, :has_shared_locks, cast(:gateway as jsonb), :status, :seen_at, now())
     on conflict (id) do update set
       gateway = excluded.gateway, bot_token = excluded.bot_token,
       bot_token_seen_at = excluded.bot_token_seen_at, seen_at = now(), updated_at = now()`,
    { ...process, ...token, gateway: gateway && JSON.stringify(gateway) },
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

/** How many processes run side by side. */
export async function runningProcesses(db: Db): Promise<Running> {
  const [running] = await rows<Running>(
    db,
    `with ${BESIDE}
     select cast(count(*) as int) as processes,
            cast(count(*) filter (where not has_shared_locks) as int) as with_own_locks
       from beside`,
  )
  return running ?? { processes: 0, with_own_locks: 0 }
}

/** What the processes say of the bot token that run beside one, which knows better of itself. */
export async function otherTokens(db: Db, ownId: string): Promise<TokenState[]> {
  return rows(
    db,
    `with ${BESIDE}
     select bot_token as status, bot_token_seen_at as seen_at from beside where id <> :own_id`,
    { own_id: ownId },
  )
}
