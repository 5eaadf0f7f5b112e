import { say, sayAll, type Message } from "../../../../messages"
import type { DiscordFailure } from "../../discord-api/errors"
import { retryDelayMs } from "../backoff.rules"
import { addedBy, removedBy } from "./call-result.rules"
import type { FailureVerdict } from "./error-owner.rules"
import type { DiscordCall } from "./plan.rules"
import type { Diagnosis } from "./diagnosis"
import {
  inviteMissing,
  waitingForAdmin,
  waitingForCustomer,
  type JoinRefusal,
  type Outcome,
  type RunError,
} from "./outcomes"
import { rolesOf } from "./run-words"

/** A call that Discord refused, and what that turned out to mean. */
export interface Refusal {
  call: DiscordCall
  failure: DiscordFailure
  diagnosis: Diagnosis
  /** Roles of the call that the bot cannot give, each with the reason. */
  roles: [roleId: string, why: Message][]
  /** What is said of it: to the admin, in the activity log. */
  message: Message
}

/** How a run goes on after a refusal. What the admin has to mend for one role, or one kind of call, keeps nothing else back. */
export type AfterRefusal =
  | { kind: "end"; outcome: Outcome }
  | { kind: "wait_for_admin"; error: RunError; unexplained: boolean }
  | { kind: "refuse_join"; refusal: JoinRefusal }
  /** These roles wait for the admin, each with the reason. */
  | {
      kind: "park"
      roles: [roleId: string, why: Message][]
      code: string | null
      unexplained: boolean
    }
  /** Their roles go all the same; that they stay is for the admin to see. */
  | { kind: "keep_member"; error: RunError; unexplained: boolean }
  /** Discord refuses a whole set for any one role in it: asked for one by one, the others come through. */
  | { kind: "one_by_one" }

/** @param nameOf a role's name as last known */
export function refusalOf(
  call: DiscordCall,
  failure: DiscordFailure,
  diagnosis: Diagnosis,
  nameOf: (roleId: string) => string,
): Refusal {
  const { verdict } = diagnosis
  const roles = rolesOf(call).flatMap((role): [string, Message][] => {
    const why = diagnosis.refusalOf(role, nameOf(role))
    return why ? [[role, why]] : []
  })
  return { call, failure, diagnosis, roles, message: describeRefusal(call, verdict, roles) }
}

function describeRefusal(
  { kind }: DiscordCall,
  { reach, again, message }: FailureVerdict,
  roles: Refusal["roles"],
): Message {
  if (kind === "kick" && reach === "role" && again === undefined) {
    return say("membership.kick_refused")
  }
  return roles.length > 0 ? sayAll(roles.map(([, why]) => why)) : message
}

/** @param before failures in a row before this run */
export function afterRefusal(refusal: Refusal, before: number): AfterRefusal {
  const { call, failure, diagnosis, message } = refusal
  const { verdict } = diagnosis
  const code = String(failure.code ?? failure.status ?? "")
  switch (verdict.owner) {
    case "transient":
      return { kind: "end", outcome: tryAgain(failure, { code, message }, before + 1) }
    case "customer": {
      const error: RunError = { owner: "customer", code, message }
      const retry_ms = verdict.retry_ms ?? null
      return call.kind === "join"
        ? { kind: "refuse_join", refusal: { error, retry_ms } }
        : { kind: "end", outcome: waitingForCustomer(error, retry_ms, before) }
    }
    case "bug": {
      const error: RunError = { owner: "bug", code, message }
      return call.kind === "join"
        ? { kind: "refuse_join", refusal: { error, retry_ms: null } }
        : { kind: "end", outcome: waitingForAdmin(error) }
    }
    case "admin":
    case "satisfied":
      return afterAdminsRefusal(refusal, { owner: "admin", code, message })
  }
}

function tryAgain(
  { retry_after_ms }: DiscordFailure,
  error: Omit<RunError, "owner">,
  attempts: number,
): Outcome {
  return {
    status: "retrying",
    retry_ms: retryDelayMs(attempts, retry_after_ms),
    attempts,
    error: { owner: "transient", ...error },
    unanswered: retry_after_ms === null,
  }
}

function afterAdminsRefusal({ call, diagnosis, roles }: Refusal, error: RunError): AfterRefusal {
  const { verdict, can_join } = diagnosis
  const ends = verdict.reach === "server" || verdict.reach === "bot"
  const unexplained = verdict.again === "rarely"
  if (roles.length > 0) {
    return { kind: "park", roles, code: error.code, unexplained: false }
  }
  if (call.kind === "join" && (!can_join || !ends)) {
    // What keeps them out says nothing of whether they are in.
    const refusal = can_join ? { error, retry_ms: null } : inviteMissing(error.code)
    return { kind: "refuse_join", refusal }
  }
  if (call.kind === "kick") {
    return { kind: "keep_member", error, unexplained }
  }
  if (call.kind === "set_roles" && !ends) {
    return { kind: "one_by_one" }
  }
  const changed = [...addedBy(call), ...removedBy(call)]
  return ends || changed.length === 0
    ? { kind: "wait_for_admin", error, unexplained }
    : {
        kind: "park",
        roles: changed.map((role) => [role, error.message]),
        code: error.code,
        unexplained,
      }
}
