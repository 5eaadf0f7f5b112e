import { afterCall, type CallResult } from "./call-result.rules"
import type { MemberState } from "./plan.rules"

/** How somebody stood in a server when a list of all members was read. */
export interface SeenMember {
  role_ids: string[]
  /** ISO 8601. */
  joined_at: string | null
  pending: boolean
}

/** The state after a member was seen, however that came about. @param member null = they are not in the server */
export function seenAs(state: MemberState, member: SeenMember | null): MemberState {
  const result: CallResult = member
    ? {
        kind: "member",
        member: {
          ...member,
          joined_at: member.joined_at === null ? null : new Date(member.joined_at),
          user: null,
        },
      }
    : { kind: "not_a_member" }
  return afterCall(state, { kind: "read_member" }, result)
}
