import { say, type Message } from "../../../messages"
import type { MembershipStatus, ServerStatus } from "../statuses.rules"

/** What is known of a customer in one server that gives them roles. */
export interface Whereabouts {
  server_name: string
  server_status: ServerStatus
  /** Whether Discord last said that they are in it; null = never asked. */
  in_server: boolean | null
  /** Null before anything was due there. */
  status: MembershipStatus | null
  error_code: string | null
}

const BANNED = "40007"
/** Unknown User: the account is gone. */
const GONE = "10013"

/** Whether an invitation would bring somebody in: they are known to be outside, and nothing of theirs keeps them there. */
export function isOutside({ in_server, server_status, error_code }: Whereabouts): boolean {
  return (
    in_server === false &&
    server_status === "connected" &&
    error_code !== BANNED &&
    error_code !== GONE
  )
}

/** Whether they have to come in by themselves: the store is not about to bring them in. */
export function mustJoin(standing: Whereabouts): boolean {
  const { status } = standing
  return isOutside(standing) && (status === "waiting_for_join" || status === "waiting_for_customer")
}

/** Why nobody is invited, for the customer. @param standing null when they own nothing there */
export function joinRefusal(standing: Whereabouts | null): Message {
  if (standing === null) {
    return say("customer.no_access")
  }
  const { server_name: server, error_code, status } = standing
  switch (error_code) {
    case BANNED:
      return say("customer.banned", { server })
    case GONE:
      return say("customer.account_gone")
    default:
      return status === null ? say("customer.connect") : say("customer.not_invited", { server })
  }
}
