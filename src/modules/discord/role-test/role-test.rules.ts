import type { FailureFacts, FailureVerdict } from "../engine/run/error-owner.rules"
import { say, type Message } from "../../../messages"
import { describeUnassignable, type UnassignableReason } from "../server/role-assignability.rules"

/** What a test of a role does, in this order; it ends at the first step that fails, once the role is taken back. */
export const ROLE_TEST_STEPS = [
  "role",
  "member",
  "add_role",
  "confirm_added",
  "remove_role",
  "confirm_removed",
] as const
export type RoleTestStepId = (typeof ROLE_TEST_STEPS)[number]

/** Beside what a test gives and takes in Discord's audit log, which names the member itself. */
export const TESTED = say("activity.tested")

/** The same in the activity log, for members whom the store may not know otherwise. */
export function testedOn({ discord_user_id, member }: TestedOn): Message {
  // Beside what the sentence names: the log's own column for the member says what they are called.
  const named = { user_id: discord_user_id, ...(member !== null && { member }) }
  return say("activity.tested_on", named)
}

export interface TestedOn {
  discord_user_id: string
  /** What the member is called in Discord; null for one with an account, which knows that, or when nobody has said. */
  member: string | null
}

export interface RoleTestStep {
  id: RoleTestStepId
  ok: boolean
  message: Message
  /** What to do; null when the step went well. */
  fix: Message | null
}

/** Discord's codes that say that the role is not on anybody any more: member, user or role are gone. */
const GONE: readonly FailureFacts["code"][] = [10007, 10011, 10013, 50028]

/** Whether a refusal to take a role away says as much as that it is taken. */
export function isTakenBack({ code }: Pick<FailureFacts, "code">): boolean {
  return GONE.includes(code)
}

/**
 * Whether a refusal to give a role says for certain that it was not given. Without an answer, or with a server's error, it may
 * have been.
 */
export function isSurelyNotGiven({ status }: Pick<FailureFacts, "status">): boolean {
  return status !== null && status < 500
}

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 60 * 60_000

/**
 * How long until Discord is asked again to take a role back.
 *
 * @param attempts times in a row that it did not, this one included
 * @param retryAfterMs Discord's Retry-After, when it sent one
 * @returns milliseconds: half a minute, then twice as long each time, up to an hour
 */
export function takeBackDelayMs(attempts: number, retryAfterMs: number | null): number {
  const grown = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 20))
  return Math.max(grown, retryAfterMs ?? 0)
}

function stepDone(id: RoleTestStepId, message: Message): RoleTestStep {
  return { id, ok: true, message, fix: null }
}

function stepFailed(id: RoleTestStepId, message: Message, fix: Message): RoleTestStep {
  return { id, ok: false, message, fix }
}

/** Discord did not do as asked. */
export function stepRefused(id: RoleTestStepId, { owner, message }: FailureVerdict): RoleTestStep {
  if (id === "remove_role" && owner !== "satisfied") {
    return stepFailed(id, message, say("role_test.goes_on"))
  }
  return stepFailed(
    id,
    message,
    owner === "transient" ? say("role_test.again") : say("role_test.run_checks"),
  )
}

/** Discord did as asked. */
export function stepChanged(id: "add_role" | "remove_role", roleName: string): RoleTestStep {
  return stepDone(
    id,
    id === "add_role"
      ? say("role_test.given", { role: roleName })
      : say("role_test.taken", { role: roleName }),
  )
}

/** @param holds whether the member holds the role now, as it should be after what was asked for or not */
export function checkConfirmed(
  id: "confirm_added" | "confirm_removed",
  roleName: string,
  holds: boolean,
): RoleTestStep {
  const now = holds
    ? say("role_test.holds", { role: roleName })
    : say("role_test.holds_not", { role: roleName })
  return holds === (id === "confirm_added")
    ? stepDone(id, now)
    : stepFailed(id, now, say("role_test.changed_elsewhere"))
}

/** @param role null = Discord has no such role in this server */
export function checkTestedRole(
  role: { name: string; unassignable_reason: UnassignableReason | null } | null,
): RoleTestStep {
  if (!role) {
    return stepFailed("role", say("role_test.role_gone"), say("role_test.choose_role"))
  }
  const { name, unassignable_reason } = role
  return unassignable_reason
    ? stepFailed(
        "role",
        say("server.cannot_give", { roles: [name] }),
        describeUnassignable(unassignable_reason, name),
      )
    : stepDone("role", say("role_test.can_give", { role: name }))
}

export interface TestedMember {
  role_name: string
  /** Whether the engine is at work on this very member. */
  is_busy: boolean
  in_server: boolean
  /** Whether the member holds the role without a test. */
  holds_role: boolean
  /** Whether the plugin stands behind the role for this member. */
  in_ledger: boolean
}

/** A test takes away only what it gave: a member to whom the role belongs cannot be tested with it. */
export function checkTestedMember(member: TestedMember): RoleTestStep {
  const { role_name } = member
  if (member.is_busy) {
    return stepFailed("member", say("role_test.busy"), say("role_test.again"))
  }
  if (!member.in_server) {
    return stepFailed("member", say("role_test.not_in_server"), say("role_test.choose_member"))
  }
  if (member.in_ledger) {
    return stepFailed(
      "member",
      say("role_test.bought", { role: role_name }),
      say("role_test.choose_other"),
    )
  }
  return member.holds_role
    ? stepFailed(
        "member",
        say("role_test.held", { role: role_name }),
        say("role_test.choose_other"),
      )
    : stepDone("member", say("role_test.ready", { role: role_name }))
}
