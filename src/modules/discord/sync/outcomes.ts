import { FINDINGS } from "../domain/error-owner"
import type { Finish } from "../store/record"

/** How a run ended. */
export type Outcome = Pick<Finish, "status" | "retry_ms" | "attempts" | "error"> & {
  /** Discord did not answer, and named no time to come back. */
  unanswered: boolean
}

export type RunError = NonNullable<Outcome["error"]>

export const SYNCED: Outcome = {
  status: "synced",
  retry_ms: null,
  attempts: 0,
  error: null,
  unanswered: false,
}

/** It is somebody else's move. */
export function waiting(status: Outcome["status"], error: RunError): Outcome {
  return { status, retry_ms: null, attempts: 0, error, unanswered: false }
}

/** First look after a member who is not in the server, and the longest time between two looks. */
const JOIN_CHECK_MS = 60_000
const JOIN_CHECK_MAX_MS = 6 * 60 * 60_000

const NOT_IN_SERVER: RunError = {
  owner: "customer",
  code: null,
  message: FINDINGS.not_in_server,
}

/**
 * Nothing tells when somebody comes in by themselves, so it is looked at now and then, ever more rarely.
 *
 * @param refused why the bot may not bring them in, though they agreed to it
 * @param attempts looks before this one
 */
export function notInServer(refused: RunError | null, attempts: number): Outcome {
  return {
    status: refused ? "waiting_for_admin" : "waiting_for_join",
    retry_ms: Math.min(JOIN_CHECK_MAX_MS, JOIN_CHECK_MS * 2 ** Math.min(attempts, 20)),
    attempts: attempts + 1,
    error: refused ?? NOT_IN_SERVER,
    unanswered: false,
  }
}

/** The bot may bring nobody in. */
export function joinRefused(code: string | null): RunError {
  return {
    owner: "admin",
    code,
    message: FINDINGS.create_invite_missing,
  }
}
