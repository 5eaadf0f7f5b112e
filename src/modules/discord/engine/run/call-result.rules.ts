import type { DiscordCall, LedgerEntry, MemberState } from "./plan.rules"

/** A member as Discord shows them. */
export interface MemberFacts {
  role_ids: string[]
  /** When this stay began. */
  joined_at: Date | null
  /** Whether Discord waits for them to accept the server's rules. */
  pending: boolean
  /** What the user is called now; null when the answer does not say. */
  user: UserNames | null
}

/** What a Discord user is called. */
export interface UserNames {
  username: string
  global_name: string | null
  avatar: string | null
}

/** What Discord's answer to a call means. */
export type CallResult =
  | { kind: "joined"; member: MemberFacts }
  | { kind: "already_member" }
  | { kind: "member"; member: MemberFacts }
  /** 404 / 10007: leaving a server takes every role with it. */
  | { kind: "not_a_member" }
  /** `member` when the answer shows them. */
  | { kind: "changed"; member: MemberFacts | null }
  | { kind: "kicked" }

/** Clocks of two machines differ: a join this much earlier than ours still counts as ours. */
const CLOCK_SKEW_MS = 5_000

/** The state after a call was answered: pure, so that every interleaving can be tested as a table. */
export function afterCall(state: MemberState, call: DiscordCall, result: CallResult): MemberState {
  switch (result.kind) {
    case "joined":
      return {
        ...seen({ ...state, ledger: new Map(joinedRoles(call)) }, result.member),
        joined_by_us: true,
        pending_join: null,
      }
    case "already_member":
      return { ...state, in_server: true, observed: null, fresh: false }
    case "member": {
      const known = inThisStay(state, result.member)
      return {
        ...seen(withDrift(claimHeld(known, result.member), result.member), result.member),
        joined_by_us: known.joined_by_us || joinedByUs(state, result.member),
        pending_join: null,
      }
    }
    case "not_a_member":
    case "kicked":
      return absent(state)
    case "changed":
      return changed(state, call, result.member)
  }
}

/** What an answer shows of a member; null when it shows nothing of them. */
export function shownMember(result: CallResult): MemberFacts | null {
  switch (result.kind) {
    case "joined":
    case "member":
    case "changed":
      return result.member
    case "already_member":
    case "not_a_member":
    case "kicked":
      return null
  }
}

/** Whether an answer says how the member stands: after it, what is believed of them was seen. */
export function tellsStanding(result: CallResult): boolean {
  return shownMember(result) !== null || result.kind === "not_a_member" || result.kind === "kicked"
}

/**
 * Who left and came back holds nothing of what was given before, and was not brought in by the plugin this time, however alike
 * it looks. What lost its answer may have been given since, and is held against what is there.
 */
function inThisStay(state: MemberState, { joined_at }: MemberFacts): MemberState {
  if (state.joined_at === null || joined_at === null) {
    return { ...state, joined_by_us: false }
  }
  if (state.joined_at.getTime() === joined_at.getTime()) {
    return state
  }
  const ledger = new Map([...state.ledger].filter(([, { confirmed }]) => !confirmed))
  return { ...state, joined_by_us: false, ledger }
}

/** Who comes in holds what came along and nothing else: whatever the ledger said before went when they left. */
function joinedRoles(call: DiscordCall): [string, LedgerEntry][] {
  const roleIds = call.kind === "join" ? call.role_ids : []
  return roleIds.map((role) => [role, { origin: "granted", confirmed: true }])
}

/** Leaving a server takes every role with it. */
function absent(state: MemberState): MemberState {
  return {
    ...state,
    in_server: false,
    joined_by_us: false,
    joined_at: null,
    pending: null,
    pending_join: null,
    observed: new Set(),
    fresh: true,
    ledger: new Map(),
  }
}

/**
 * The state as it must be known before a call is sent, so that a lost answer leaves a trace: what the call gives or takes is
 * unconfirmed until Discord has answered.
 */
export function announce(state: MemberState, call: DiscordCall, now: Date): MemberState {
  switch (call.kind) {
    case "read_member":
      return state
    case "join":
      return withPendingJoin(state, call.role_ids, now)
    case "kick":
      return { ...withUnconfirmed(state, heldBy(state)), in_server: null }
    case "add_role":
    case "remove_role":
    case "set_roles":
      return withUnconfirmed(state, [...addedBy(call), ...removedBy(call)])
  }
}

/** What a kick would take: a role withheld is not there to be taken. */
function heldBy({ ledger }: MemberState): string[] {
  return [...ledger].filter(([, { origin }]) => origin !== "withheld").map(([role]) => role)
}

function withPendingJoin(state: MemberState, roleIds: string[], now: Date): MemberState {
  const known = state.pending_join?.role_ids ?? []
  if (state.pending_join && roleIds.every((role) => known.includes(role))) {
    return state
  }
  const pending_join = {
    sent_at: state.pending_join?.sent_at ?? now,
    role_ids: [...new Set([...known, ...roleIds])],
  }
  return { ...state, pending_join }
}

function withUnconfirmed(state: MemberState, roleIds: string[]): MemberState {
  if (roleIds.every((role) => state.ledger.get(role)?.confirmed === false)) {
    return state
  }
  const ledger = new Map(state.ledger)
  for (const role of roleIds) {
    ledger.set(role, { origin: ledger.get(role)?.origin ?? "granted", confirmed: false })
  }
  return { ...state, ledger }
}

/** Whether the member stands in the server because of a join whose answer was lost. */
function joinedByUs({ pending_join }: MemberState, { joined_at }: MemberFacts): boolean {
  return (
    pending_join !== null &&
    joined_at !== null &&
    joined_at.getTime() >= pending_join.sent_at.getTime() - CLOCK_SKEW_MS
  )
}

function seen(state: MemberState, member: MemberFacts): MemberState {
  const { joined_at, pending } = member
  return {
    ...state,
    in_server: true,
    joined_at,
    pending,
    observed: new Set(member.role_ids),
    fresh: true,
  }
}

/** A role the member holds is a grant of ours when its call, or the join that carried it, lost its answer. */
function claimHeld(state: MemberState, member: MemberFacts): MemberState {
  const joined = joinedByUs(state, member) ? (state.pending_join?.role_ids ?? []) : []
  const ledger = new Map(state.ledger)
  for (const role of member.role_ids) {
    const entry = state.ledger.get(role)
    if (joined.includes(role)) {
      // Whatever it was before, it went when they left, and came back with our join.
      ledger.set(role, { origin: "granted", confirmed: true })
    } else if (entry) {
      ledger.set(role, { ...entry, confirmed: true })
    }
  }
  return { ...state, ledger }
}

/**
 * A role the plugin stands behind and the member lacks was taken away by a moderator; one whose call lost its answer may
 * never have been there, or be gone already, and starts anew.
 */
function withDrift(state: MemberState, member: MemberFacts): MemberState {
  const ledger = new Map(state.ledger)
  for (const [role, entry] of state.ledger) {
    if (!state.desired.has(role)) {
      continue
    }
    if (member.role_ids.includes(role)) {
      if (entry.origin === "withheld") {
        // Given again by hand: it is there, and it is not the plugin's to take.
        ledger.set(role, { origin: "adopted", confirmed: true })
      }
    } else if (state.rules.restore_removed || !entry.confirmed) {
      ledger.delete(role)
    } else {
      ledger.set(role, { origin: "withheld", confirmed: true })
    }
  }
  return { ...state, ledger }
}

function withGrants(state: MemberState, roleIds: string[]): MemberState {
  const ledger = new Map(state.ledger)
  for (const role of roleIds) {
    ledger.set(role, { origin: ledger.get(role)?.origin ?? "granted", confirmed: true })
  }
  return { ...state, ledger }
}

function changed(state: MemberState, call: DiscordCall, member: MemberFacts | null): MemberState {
  const added = addedBy(call)
  const removed = removedBy(call)
  const ledger = new Map<string, LedgerEntry>(withGrants(state, added).ledger)
  const observed = new Set(member?.role_ids ?? state.observed ?? [])
  added.forEach((role) => observed.add(role))
  for (const role of removed) {
    ledger.delete(role)
    observed.delete(role)
  }
  const known = member !== null || state.observed !== null
  return {
    ...state,
    in_server: true,
    pending: member ? member.pending : state.pending,
    ledger,
    observed: known ? observed : null,
  }
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
    case "kick":
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
    case "kick":
      return []
  }
}
