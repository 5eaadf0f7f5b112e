import type { FailureVerdict } from "./error-owner"
import { describeUnassignable, type UnassignableReason } from "./role-assignability"

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

export interface RoleTestStep {
  id: RoleTestStepId
  ok: boolean
  message: string
  /** What to do; null when the step went well. */
  fix: string | null
}

export function stepDone(id: RoleTestStepId, message: string): RoleTestStep {
  return { id, ok: true, message, fix: null }
}

export function stepFailed(id: RoleTestStepId, message: string, fix: string): RoleTestStep {
  return { id, ok: false, message, fix }
}

/** Discord did not do as asked. */
export function stepRefused(id: RoleTestStepId, { owner, message }: FailureVerdict): RoleTestStep {
  return stepFailed(
    id,
    message,
    owner === "transient"
      ? "Try the test again in a minute."
      : "Run the health checks of this server again: they say what to mend.",
  )
}

/** Discord did as asked. */
export function stepChanged(id: "add_role" | "remove_role", roleName: string): RoleTestStep {
  return stepDone(
    id,
    id === "add_role"
      ? `Discord gave ${roleName} to the member.`
      : `Discord took ${roleName} from the member.`,
  )
}

/** @param holds whether the member holds the role now, as it should be after what was asked for or not */
export function checkConfirmed(
  id: "confirm_added" | "confirm_removed",
  roleName: string,
  holds: boolean,
): RoleTestStep {
  const now = holds
    ? `The member holds ${roleName} now.`
    : `The member does not hold ${roleName} now.`
  return holds === (id === "confirm_added")
    ? stepDone(id, now)
    : stepFailed(id, now, "Somebody else, or another bot, changes this role: look there.")
}

/** @param role null = Discord has no such role in this server */
export function checkTestedRole(
  role: { name: string; unassignable_reason: UnassignableReason | null } | null,
): RoleTestStep {
  if (!role) {
    return stepFailed(
      "role",
      "This role does not exist in the server any more.",
      "Choose another role.",
    )
  }
  const { name, unassignable_reason } = role
  return unassignable_reason
    ? stepFailed(
        "role",
        `The bot cannot give ${name}.`,
        describeUnassignable(unassignable_reason, name),
      )
    : stepDone("role", `The bot can give ${name}.`)
}

export interface TestedMember {
  role_name: string
  /** Whether the engine is at work on this very member. */
  is_busy: boolean
  in_server: boolean
  /** Whether the member holds the role without the test. */
  holds_role: boolean
  /** Whether the plugin stands behind the role for this member. */
  in_ledger: boolean
}

/** A test takes away only what it gave: a member to whom the role belongs cannot be tested with it. */
export function checkTestedMember(member: TestedMember): RoleTestStep {
  const { role_name } = member
  if (member.is_busy) {
    return stepFailed(
      "member",
      "The store is changing this member's roles right now.",
      "Try the test again in a minute.",
    )
  }
  if (!member.in_server) {
    return stepFailed(
      "member",
      "This Discord user is not in the server.",
      "Choose somebody who is in the server.",
    )
  }
  if (member.in_ledger) {
    return stepFailed(
      "member",
      `This member has bought access that gives ${role_name}; a test would take it away.`,
      "Choose another member or another role.",
    )
  }
  return member.holds_role
    ? stepFailed(
        "member",
        `This member holds ${role_name} already; a test would take it away.`,
        "Choose another member or another role.",
      )
    : stepDone("member", `The member is in the server and does not hold ${role_name} yet.`)
}
