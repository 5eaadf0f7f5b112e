import type { AdminDiscordMembership } from "../../../types/http"

/** What a person does next about a member; each has its words under `members.next`. */
export type NextStep =
  | "done"
  | "left"
  | "store"
  | "rules"
  | "join"
  | "otherAccount"
  | "customer"
  | "paused"
  | "heldBack"
  | "banned"
  | "report"
  | "mend"

/** Discord's code for an account that was deleted. */
const ACCOUNT_GONE = "10013"

type Standing = Pick<
  AdminDiscordMembership,
  "status" | "move" | "held_back" | "error_code" | "error_owner"
> & { server: Pick<AdminDiscordMembership["server"], "status"> }

export function nextStepOf(member: Standing): NextStep {
  switch (member.move) {
    case null:
      return member.status === "synced" ? "done" : "left"
    case "store":
      return "store"
    case "customer":
      return customersStep(member)
    case "admin":
      return adminsStep(member)
  }
}

function customersStep({ status, error_code }: Standing): NextStep {
  switch (status) {
    case "synced":
      return "rules"
    case "waiting_for_join":
      return "join"
    default:
      return error_code === ACCOUNT_GONE ? "otherAccount" : "customer"
  }
}

function adminsStep({ status, held_back, error_owner, server }: Standing): NextStep {
  if (server.status === "paused") {
    return "paused"
  }
  if (held_back) {
    return "heldBack"
  }
  if (status === "waiting_for_customer" || status === "waiting_for_join") {
    return "banned"
  }
  return error_owner === "bug" ? "report" : "mend"
}
