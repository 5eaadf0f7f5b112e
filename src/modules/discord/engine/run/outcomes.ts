import { say } from "../../../../messages"
import { nextWaitMs } from "../../membership/look.rules"
import type { Finish } from "../../membership/record.store"

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

/** Nothing was tried, so nothing counts against them. @param attempts failures in a row before */
export function notTried(retry_ms: number, attempts: number): Outcome {
  const error: RunError = { owner: "transient", code: null, message: say("discord.no_answer") }
  return { status: "retrying", retry_ms, attempts, error, unanswered: false }
}

/** It is the admin's move. */
export function waitingForAdmin(error: RunError): Outcome {
  return { status: "waiting_for_admin", retry_ms: null, attempts: 0, error, unanswered: false }
}

/** First look after a member who is not in the server. */
const JOIN_CHECK_MS = 60_000
/** First look at somebody whom Discord refuses: each refusal counts against the bot, so less often. */
const REFUSED_CHECK_MS = 5 * 60_000

const NOT_IN_SERVER: RunError = {
  owner: "customer",
  code: null,
  message: say("discord.not_in_server"),
}

/** Why somebody cannot be brought in, and when it is worth another look. */
export interface JoinRefusal {
  error: RunError
  /** Milliseconds until the first; null = nobody knows. */
  retry_ms: number | null
}

/**
 * They are not in the server, and cannot be brought in. Nothing tells when that has changed, so it is looked at now and then,
 * ever more rarely.
 *
 * @param refusal why not; null when they did not agree to be brought in
 * @param attempts looks before this one
 */
export function notInServer(refusal: JoinRefusal | null, attempts: number): Outcome {
  if (!refusal) {
    return lookAgain("waiting_for_join", NOT_IN_SERVER, JOIN_CHECK_MS, attempts)
  }
  const { error, retry_ms } = refusal
  const status = error.owner === "customer" ? "waiting_for_customer" : "waiting_for_admin"
  return lookAgain(status, error, retry_ms ?? REFUSED_CHECK_MS, attempts)
}

/** It is the customer's move, and nothing tells when they have made it. @param attempts looks before this one */
export function waitingForCustomer(
  error: RunError,
  retryMs: number | null,
  attempts: number,
): Outcome {
  return lookAgain("waiting_for_customer", error, retryMs ?? REFUSED_CHECK_MS, attempts)
}

function lookAgain(
  status: Outcome["status"],
  error: RunError,
  firstMs: number,
  attempts: number,
): Outcome {
  return {
    status,
    retry_ms: nextWaitMs(firstMs, attempts),
    attempts: attempts + 1,
    error,
    unanswered: false,
  }
}

/** The bot may bring nobody in. */
export function inviteMissing(code: string | null): JoinRefusal {
  return {
    error: { owner: "admin", code, message: say("discord.create_invite_missing") },
    retry_ms: JOIN_CHECK_MS,
  }
}
