import type { DiscordCall, LedgerEntry, MemberState } from "./plan"

/** A member as Discord shows them. */
export interface MemberFacts {
  role_ids: string[]
  joined_at: Date | null
}

/** What Discord's answer to a call means. */
export type CallResult =
  | { kind: "joined"; member: MemberFacts }
  | { kind: "already_member" }
  | { kind: "member"; member: MemberFacts }
  /** 404 / 10007: leaving a server takes every role with it. */
  | { kind: "not_a_member" }
  | { kind: "changed"; role_ids: string[] | null }

export interface JoinFacts {
  /** When a join was last sent whose answer never arrived; null = none. */
  join_sent_at: Date | null
}

/** Clocks of two machines differ: a join this much earlier than ours still counts as ours. */
const CLOCK_SKEW_MS = 5_000

/** The state after a call was answered: pure, so that every interleaving can be tested as a table. */
export function afterCall(
  state: MemberState,
  call: DiscordCall,
  result: CallResult,
  join: JoinFacts,
): MemberState {
  switch (result.kind) {
    case "joined":
      return seen(withGrants(state, "role_ids" in call ? call.role_ids : []), result.member)
    case "already_member":
      return { ...state, in_server: true, observed: null, fresh: false }
    case "member":
      return seen(claimHeld(state, result.member, join), result.member)
    case "not_a_member":
      return { ...state, in_server: false, observed: new Set(), fresh: true, ledger: new Map() }
    case "changed":
      return changed(state, call, result.role_ids)
  }
}

/** Whether the member stands in the server because of a join whose answer was lost. */
export function joinedByUs(member: MemberFacts, { join_sent_at }: JoinFacts): boolean {
  return (
    join_sent_at !== null &&
    member.joined_at !== null &&
    member.joined_at.getTime() >= join_sent_at.getTime() - CLOCK_SKEW_MS
  )
}

function seen(state: MemberState, member: MemberFacts): MemberState {
  return { ...state, in_server: true, observed: new Set(member.role_ids), fresh: true }
}

/** A role the member holds is a grant of ours when its call, or the join that carried it, lost its answer. */
function claimHeld(state: MemberState, member: MemberFacts, join: JoinFacts): MemberState {
  const ours = joinedByUs(member, join)
  return withGrants(
    state,
    member.role_ids.filter((role) => {
      const entry = state.ledger.get(role)
      return entry ? !entry.confirmed : ours && state.desired.has(role)
    }),
  )
}

function withGrants(state: MemberState, roleIds: string[]): MemberState {
  const ledger = new Map(state.ledger)
  for (const role of roleIds) {
    ledger.set(role, { origin: "granted", confirmed: true })
  }
  return { ...state, ledger }
}

function changed(state: MemberState, call: DiscordCall, roleIds: string[] | null): MemberState {
  const added = addedBy(call)
  const removed = removedBy(call)
  const ledger = new Map<string, LedgerEntry>(withGrants(state, added).ledger)
  const observed = new Set(roleIds ?? state.observed ?? [])
  added.forEach((role) => observed.add(role))
  for (const role of removed) {
    ledger.delete(role)
    observed.delete(role)
  }
  const known = roleIds !== null || state.observed !== null
  return { ...state, in_server: true, ledger, observed: known ? observed : null }
}

/** The roles a call gives: written to the ledger as unconfirmed before it is sent. */
export function addedBy(call: DiscordCall): string[] {
  switch (call.kind) {
    case "add_role":
      return [call.role_id]
    case "set_roles":
      return call.added
    case "join":
    case "read_member":
    case "remove_role":
      return []
  }
}

export function removedBy(call: DiscordCall): string[] {
  switch (call.kind) {
    case "remove_role":
      return [call.role_id]
    case "set_roles":
      return call.removed
    case "join":
    case "read_member":
    case "add_role":
      return []
  }
}
