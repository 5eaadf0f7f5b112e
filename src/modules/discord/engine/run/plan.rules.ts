import type { GrantOrigin } from "../../statuses.rules"

export interface LedgerEntry {
  origin: GrantOrigin
  /** False while it is not known whether Discord carried the grant out. */
  confirmed: boolean
}

/** What a server's settings and the work at hand say of how to go about it. */
export interface MemberRules {
  /** Whether a role the member had before stays when access ends. */
  keep_adopted: boolean
  /** Whether a role a moderator took away is given again. */
  restore_removed: boolean
  /** Whether a member the plugin brought in leaves when nothing they bought is left. */
  kick: boolean
  /**
   * From how many changes on a read and one PATCH are sent instead of a call for each role. Three costs the fewest calls;
   * bulk work takes one, to use the PATCH bucket beside the other.
   */
  patch_from: number
}

export const DEFAULT_RULES: MemberRules = {
  keep_adopted: true,
  restore_removed: true,
  kick: false,
  patch_from: 3,
}

export interface PendingJoin {
  sent_at: Date
  role_ids: string[]
}

/** All that decides the next call for one member of one server. */
export interface MemberState {
  /** Role id -> why it should be held. */
  desired: ReadonlyMap<string, string>
  /** Role id -> what the plugin stands behind. */
  ledger: ReadonlyMap<string, LedgerEntry>
  /** Whether the user is in the server; null = not known. */
  in_server: boolean | null
  /** Roles the member held when last seen; null = never seen. */
  observed: ReadonlySet<string> | null
  /** Whether `observed` was read in this very run: only then may a decision rest on what it holds. */
  fresh: boolean
  /** Whether to read the member before anything else: somebody may have changed them in Discord. */
  verify: boolean
  /** Whether the plugin brought them in, in the stay that began at `joined_at`. */
  joined_by_us: boolean
  /** When the stay began in which the member was last seen; null = not known. */
  joined_at: Date | null
  /** Whether Discord waits for them to accept the server's rules; null = not told. */
  pending: boolean | null
  /** A join whose answer never arrived. */
  pending_join: PendingJoin | null
  /** Roles that a test gave and that are about to be taken back: who holds one has it from the store. */
  tested: ReadonlySet<string>
  /** Whether the account granted a token that lets the plugin join it to the server. */
  can_join: boolean
  /** Roles that Discord refused in this run: they wait for the admin, the others go on. */
  blocked: ReadonlySet<string>
  rules: MemberRules
}

export type DiscordCall =
  | { kind: "join"; role_ids: string[] }
  | { kind: "read_member" }
  | { kind: "add_role"; role_id: string }
  | { kind: "remove_role"; role_id: string }
  | { kind: "set_roles"; role_ids: string[]; added: string[]; removed: string[] }
  | { kind: "kick" }

export type Step =
  | { kind: "call"; call: DiscordCall }
  /** Already held before the plugin came: stand behind it, never take it away. */
  | { kind: "adopt"; role_ids: string[] }
  /** No longer behind these roles, and nothing to take away in Discord. */
  | { kind: "forget"; role_ids: string[] }
  /** Nothing they bought is left, yet they hold roles that the store did not give: they stay in the server. */
  | { kind: "spare"; role_ids: string[] }
  | { kind: "wait_for_join" }
  | { kind: "done" }

/**
 * The next thing to do to bring a member to the desired roles with the fewest calls. Called again with the new state after
 * every step, so that each decision rests on Discord's last answer. Roles are added before any is taken away: an upgrade
 * leaves no gap. Nothing outside the ledger is ever removed.
 */
export function nextStep(state: MemberState): Step {
  const missing = [...state.desired.keys()].filter(
    (role) => !state.blocked.has(role) && !state.ledger.get(role)?.confirmed,
  )
  if (looksFirst(state, missing)) {
    return call({ kind: "read_member" })
  }
  if (state.rules.kick && !state.desired.size && state.in_server !== false) {
    if (state.pending_join && !state.fresh) {
      // Whether the plugin brought them in is to be known while they still hold what is theirs.
      return call({ kind: "read_member" })
    }
    if (state.joined_by_us) {
      return takeOut(state)
    }
  }
  const surplus = [...state.ledger.keys()].filter(
    (role) => !state.blocked.has(role) && !state.desired.has(role),
  )
  const gone = surplus.filter((role) => isGone(state, role))
  if (gone.length > 0) {
    return { kind: "forget", role_ids: gone }
  }
  if (missing.length === 0 && surplus.length === 0) {
    // What a lost join may have given is nobody's until it is known.
    return state.pending_join && !state.fresh ? call({ kind: "read_member" }) : { kind: "done" }
  }
  if (missing.length > 0) {
    const first = meetMember(state, missing)
    if (first) {
      return first
    }
  }
  if (missing.length + surplus.length >= state.rules.patch_from) {
    return call(replaceRoles(state, missing, surplus))
  }
  const [add] = missing
  if (add !== undefined) {
    return call({ kind: "add_role", role_id: add })
  }
  const [remove] = surplus
  return remove === undefined ? { kind: "done" } : call({ kind: "remove_role", role_id: remove })
}

/** For somebody who may be away, the join that is needed anyway tells as much as a read. */
function looksFirst(state: MemberState, missing: readonly string[]): boolean {
  const isMetByJoining = state.in_server !== true && state.can_join && missing.length > 0
  return state.verify && !state.fresh && state.in_server !== false && !isMetByJoining
}

/** Nobody is taken out unseen, nor anybody who holds what the store did not give. */
function takeOut(state: MemberState): Step {
  if (!state.fresh || state.observed === null) {
    return call({ kind: "read_member" })
  }
  const others = [...state.observed].filter(
    (role) => state.ledger.get(role)?.origin !== "granted" && !state.tested.has(role),
  )
  return others.length > 0 ? { kind: "spare", role_ids: others } : call({ kind: "kick" })
}

/** A ledger entry that needs no call to end: not the plugin's to take, or no longer there. */
function isGone(state: MemberState, role: string): boolean {
  const origin = state.ledger.get(role)?.origin
  return (
    origin === "withheld" ||
    (origin === "adopted" && state.rules.keep_adopted) ||
    state.in_server === false ||
    (state.fresh && state.observed?.has(role) === false)
  )
}

/** What has to happen before a role can be added: be in the server, and know what the member holds already. */
function meetMember(state: MemberState, missing: string[]): Step | null {
  if (state.in_server !== true) {
    if (state.can_join) {
      const role_ids = [...state.desired.keys()].filter((role) => !state.blocked.has(role))
      return call({ kind: "join", role_ids })
    }
    return state.in_server === null ? call({ kind: "read_member" }) : { kind: "wait_for_join" }
  }
  const held = missing.filter(
    (role) => state.observed?.has(role) && !state.ledger.has(role) && !state.tested.has(role),
  )
  if (state.observed === null || (held.length > 0 && !state.fresh)) {
    return call({ kind: "read_member" })
  }
  return held.length > 0 ? { kind: "adopt", role_ids: held } : null
}

/** PATCH replaces the whole set, so it must rest on a read of this run or it would undo what a moderator did since. */
function replaceRoles(state: MemberState, added: string[], removed: string[]): DiscordCall {
  if (!state.fresh || state.observed === null) {
    return { kind: "read_member" }
  }
  const kept = [...state.observed].filter((role) => !removed.includes(role))
  return { kind: "set_roles", role_ids: [...new Set([...kept, ...added])], added, removed }
}

function call(discordCall: DiscordCall): Step {
  return { kind: "call", call: discordCall }
}
