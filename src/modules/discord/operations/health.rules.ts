import { isSwept } from "../chore/chores.rules"
import type { TokenStatus } from "../statuses.rules"
import { worstToken, type TokenState } from "./bot-token.rules"

/** Processes that run at the same time. */
export interface Running {
  processes: number
  /** Of them, those whose locks bind nobody else. */
  with_own_locks: number
}

/** What the database says of all processes. */
interface DatabaseFacts {
  /** Milliseconds since a sweep was last done, or since somebody began to wait for one. */
  sweep_silent_ms: number
  /** Whether a sweep was ever done. */
  has_swept: boolean
  running: Running
  /** How the bot token stands in the processes beside this one. */
  other_tokens: readonly TokenState[]
}

/** `unreachable`: it does not answer. `failing`: it does, and not as asked: a table is missing, say. */
type DatabaseTrouble = "unreachable" | "failing"

export interface HealthFacts {
  database: DatabaseFacts | DatabaseTrouble
  /** How the bot token stands in this process. */
  token: TokenState
  now: number
}

export type HealthStatus = "ok" | "degraded" | "down"

/** As a probe reads it: no secrets, no ids. */
export interface Health {
  /** `down`: the database does not answer. `degraded`: something wants a person, and no restart mends it. */
  status: HealthStatus
  database: "ok" | DatabaseTrouble
  /** Regular work: `late` after five minutes. Null when the database does not tell. */
  sweep: { status: "ok" | "late"; last_at: string | null } | null
  /** The bot token, as the store's processes last saw it: `refused` when one of them does no work for that. */
  bot_token: { status: TokenStatus; seen_at: string | null }
  /** Processes of the store that run side by side; null when the database does not tell. */
  processes: { status: "ok" | "locks_not_shared"; running: number } | null
}

/** Several processes, and one at least whose locks the others do not see. */
export function locksCollide({ processes, with_own_locks }: Running): boolean {
  return processes > 1 && with_own_locks > 0
}

/** What a probe is told. Discord's own troubles are none of the process's: only a refused token counts. */
export function healthOf({ database, token, now }: HealthFacts): Health {
  const others = typeof database === "string" ? [] : database.other_tokens
  const { status, seen_at } = worstToken([token, ...others])
  const bot_token = { status, seen_at: seen_at?.toISOString() ?? null }
  if (typeof database === "string") {
    const isDown = database === "unreachable"
    return {
      status: isDown ? "down" : "degraded",
      database,
      sweep: null,
      bot_token,
      processes: null,
    }
  }
  const { sweep_silent_ms, has_swept, running } = database
  const isLate = !isSwept(sweep_silent_ms)
  const last_at = has_swept ? new Date(now - sweep_silent_ms).toISOString() : null
  const isDegraded = isLate || status === "refused" || locksCollide(running)
  return {
    status: isDegraded ? "degraded" : "ok",
    database: "ok",
    sweep: { status: isLate ? "late" : "ok", last_at },
    bot_token,
    processes: {
      status: locksCollide(running) ? "locks_not_shared" : "ok",
      running: running.processes,
    },
  }
}
