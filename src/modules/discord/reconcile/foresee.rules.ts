import { afterCall } from "../engine/run/call-result.rules"
import { seenAs, type SeenMember } from "../engine/run/seen.rules"
import { nextStep, type DiscordCall, type MemberState, type Step } from "../engine/run/plan.rules"

/** What the engine would do about a member, by the very plan it goes by. */
export interface Foreseen {
  /** Role ids. */
  added: string[]
  removed: string[]
  /** Whether the member would be taken out of the server. */
  kicked: boolean
  /** Whether there is anything to be done or written down. */
  differs: boolean
  /** Whether the member has to be looked at once more before it is done: a kick, or so many changes that one PATCH is cheaper. */
  needs_look: boolean
}

/** More steps than any plan needs. */
const MAX_STEPS = 600

/**
 * What the engine would do about a member who stands so in Discord now. Nothing is asked of Discord: every call succeeds.
 *
 * @param start what is believed of them
 * @param member how they were seen; null = they are not in the server
 */
export function foresee(start: MemberState, member: SeenMember | null): Foreseen {
  const added: string[] = []
  const removed: string[] = []
  const patchFrom = start.rules.patch_from
  let kicked = false
  const seen = seenAs(start, member)
  let state: MemberState = { ...seen, rules: { ...seen.rules, patch_from: Infinity } }
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const step = nextStep(state)
    if (step.kind === "done" || step.kind === "wait_for_join") {
      break
    }
    if (step.kind === "call") {
      added.push(...given(step.call))
      removed.push(...taken(step.call, state))
      kicked ||= step.call.kind === "kick"
    }
    state = afterStep(state, step)
  }
  const changes = added.length + removed.length
  const needs_look = kicked || (member !== null && changes >= patchFrom)
  const differs = kicked || changes > 0 || !isAsBelieved(start, state)
  return { added, removed, kicked, needs_look, differs }
}

function afterStep(state: MemberState, step: Step): MemberState {
  switch (step.kind) {
    case "call":
      return afterSuccess(state, step.call)
    case "adopt":
    case "forget": {
      const ledger = new Map(state.ledger)
      for (const role of step.role_ids) {
        if (step.kind === "adopt") {
          ledger.set(role, { origin: "adopted", confirmed: true })
        } else {
          ledger.delete(role)
        }
      }
      return { ...state, ledger }
    }
    case "spare":
      return { ...state, rules: { ...state.rules, kick: false } }
    case "wait_for_join":
    case "done":
      return state
  }
}

function afterSuccess(state: MemberState, call: DiscordCall): MemberState {
  switch (call.kind) {
    case "join": {
      const member = { role_ids: call.role_ids, joined_at: null, pending: false, user: null }
      return afterCall(state, call, { kind: "joined", member })
    }
    case "kick":
      return afterCall(state, call, { kind: "kicked" })
    case "read_member":
      // They were just seen: nothing is learnt by it.
      return { ...state, fresh: true }
    case "add_role":
    case "remove_role":
    case "set_roles":
      return afterCall(state, call, { kind: "changed", member: null })
  }
}

function given(call: DiscordCall): string[] {
  switch (call.kind) {
    case "join":
      return call.role_ids
    case "add_role":
      return [call.role_id]
    case "set_roles":
      return call.added
    case "read_member":
    case "remove_role":
    case "kick":
      return []
  }
}

/** Who is taken out loses what the store gave. */
function taken(call: DiscordCall, { ledger }: MemberState): string[] {
  switch (call.kind) {
    case "remove_role":
      return [call.role_id]
    case "set_roles":
      return call.removed
    case "kick":
      return [...ledger].filter(([, { origin }]) => origin === "granted").map(([role]) => role)
    case "read_member":
    case "join":
    case "add_role":
      return []
  }
}

/** Whether nothing would have to be written down but how the member was seen. */
function isAsBelieved(believed: MemberState, found: MemberState): boolean {
  return (
    believed.pending_join === null &&
    believed.joined_by_us === found.joined_by_us &&
    believed.ledger.size === found.ledger.size &&
    [...believed.ledger].every(([role, entry]) => {
      const other = found.ledger.get(role)
      return other?.origin === entry.origin && other.confirmed === entry.confirmed
    })
  )
}
