import { columnsOf, type Message } from "../../../messages"
import type { ServerStatus } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { openIncident } from "../incident/incident.store"
import { writeActivity } from "../activity/activity.store"

/** Why a server is paused. */
export interface PauseCause {
  reason: Message
  /** Discord's code of the refused role change that paused it; null when a look at the server found why. */
  code: string | null
}

/**
 * Stops work on a server until what stopped it is seen to be mended: by a look, where a look found it, else by one refused
 * call that succeeds. One that is disconnected has no roles taken back any more: nobody would mend it.
 *
 * @returns false when it was not running
 */
export async function pauseServer(
  db: Db,
  serverId: string,
  { reason, code }: PauseCause,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const paused = await setStatus(tx, serverId, {
      from: ["connected"],
      to: "paused",
      reason,
      code,
    })
    const left = paused
      ? false
      : await setStatus(tx, serverId, { from: ["disconnected"], to: "disconnected", reason })
    if (paused || left) {
      await writeActivity(tx, [{ action: "server_paused", server_id: serverId, message: reason }])
    }
    if (paused) {
      await openIncident(tx, serverId, reason)
    } else if (code !== null) {
      await nameRefusal(tx, serverId, { reason, code })
    }
    return paused
  })
}

/** One that waits for a refused call to succeed was refused again, for this. */
async function nameRefusal(db: Db, serverId: string, { reason, code }: PauseCause): Promise<void> {
  await rows(
    db,
    `update discord_server set pause_reason = :words, pause_detail = cast(:detail as jsonb), pause_code = :code,
            updated_at = now()
      where id = :id and status = 'paused' and pause_code is not null`,
    { id: serverId, code, ...columnsOf(reason) },
  )
}

/** Lets a paused server go on. @returns whether it was paused */
export async function resumeServer(db: Db, serverId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const resumed = await setStatus(tx, serverId, {
      from: ["paused"],
      to: "connected",
      reason: null,
    })
    if (resumed) {
      await writeActivity(tx, [{ action: "server_resumed", server_id: serverId }])
    }
    return resumed
  })
}

/** Longest pause between two tries of a paused server, and the first: seconds. */
const PROBE_MAX_S = 60 * 60
const PROBE_FIRST_S = 60

/**
 * The right to try one call on a server that a refusal paused: one process has it at a time, ever more rarely while it is
 * refused. None while nobody waits for such a call.
 *
 * @param by `work`: somebody needs something now, and the wait is over. `clock`: who was refused before may be tried too.
 *   `admin`: they asked for it, whatever the wait
 */
export async function takeProbe(db: Db, serverId: string, by: ProbedBy): Promise<boolean> {
  const taken = await rows(
    db,
    `update discord_server s
        set probe_at = now() + least(${PROBE_MAX_S}, ${PROBE_FIRST_S} * power(2, least(probe_count, 10))) * interval '1 second',
            probe_count = probe_count + case when :by = 'admin' then 0 else 1 end, updated_at = now()
      where id = :id and status = 'paused' and pause_code is not null and deleted_at is null
        and (:by = 'admin' or probe_at <= now())
        and exists (select 1 from discord_membership m
                     where m.server_id = s.id and m.deleted_at is null
                       and (m.next_attempt_at <= now() or (:by <> 'work' and m.status = 'waiting_for_admin')))
      returning id`,
    { id: serverId, by },
  )
  return taken.length > 0
}

export type ProbedBy = "work" | "clock" | "admin"

/** Something was mended that may be what paused the server: it need not wait any longer to find out. */
export async function hastenProbe(db: Db, serverId: string): Promise<void> {
  await rows(
    db,
    `update discord_server set probe_at = now(), probe_count = 0
      where id = :id and pause_code is not null`,
    { id: serverId },
  )
}

export async function isPaused(db: Db, serverId: string): Promise<boolean> {
  const paused = await rows(
    db,
    `select id from discord_server where id = :id and status = 'paused'`,
    { id: serverId },
  )
  return paused.length > 0
}

/** Lets a server go on that a look had paused. @returns whether it was paused so */
export async function resumeSeen(db: Db, serverId: string): Promise<boolean> {
  const seen = await rows(
    db,
    `select id from discord_server where id = :id and status = 'paused' and pause_code is null`,
    { id: serverId },
  )
  return seen.length > 0 && resumeServer(db, serverId)
}

/** @returns whether the server was in one of the states `from` */
export async function setStatus(
  db: Db,
  serverId: string,
  {
    reason,
    ...change
  }: {
    from: readonly ServerStatus[]
    to: ServerStatus
    reason: Message | null
    /** Of a pause: the code of the refusal that began it. */
    code?: string | null
    takes_back_roles?: boolean
  },
): Promise<boolean> {
  const changed = await rows(
    db,
    `update discord_server set status = :to, pause_reason = :words,
            pause_detail = cast(:detail as jsonb), pause_code = :code,
            probe_at = case when cast(:code as text) is null then null else now() end, probe_count = 0,
            takes_back_roles = :takes_back_roles, updated_at = now()
      where id = :id and status = any(:from) returning id`,
    { id: serverId, takes_back_roles: false, code: null, ...change, ...columnsOf(reason) },
  )
  return changed.length > 0
}
