import type { SeenMember } from "../engine/run/seen.rules"
import { hasAgreedToJoin, knownRefusals, stateOf } from "../engine/run/member-state"
import type { MemberState } from "../engine/run/plan.rules"
import { desiredRoles } from "../membership/desired-roles.rules"
import type { MembershipFacts } from "../membership/load.store"
import { nextLookMs } from "../membership/look.rules"
import { canJoinMembers, canKickMembers } from "../server/server-checks.rules"
import type { NewDifference, SeenAsBelieved } from "./difference.store"
import { foresee } from "./foresee.rules"

/** Somebody as the store knows them, ready to be held against Discord. */
export interface Believed {
  facts: MembershipFacts
  state: MemberState
}

/** What a comparison of one member comes to. */
export type Compared =
  { difference: NewDifference; seen?: never } | { seen: SeenAsBelieved; difference?: never }

/** What the engine would go by if it took the membership up now. */
export function believedOf(facts: MembershipFacts): Believed {
  const { claims, membership } = facts
  const { bot_permissions: permissions } = membership
  const desired = desiredRoles(claims, membership.read_at)
  const state = stateOf(facts, desired)
  return {
    facts,
    state: {
      ...state,
      can_join: hasAgreedToJoin(membership) && canJoinMembers(permissions),
      blocked: new Set(knownRefusals(facts, desired.roles).map(([role]) => role)),
      rules: { ...state.rules, kick: state.rules.kick && canKickMembers(permissions) },
    },
  }
}

/**
 * Whether nothing could come of a look: they are owed nothing, and the plugin stands behind nothing. Who was left in the server when
 * their access ended is not taken out by a setting that came later.
 */
export function isOfNoInterest({ state }: Believed): boolean {
  return state.desired.size === 0 && state.ledger.size === 0 && state.pending_join === null
}

/** @param member how they were seen; null = they are not in the server */
export function compare(believed: Believed, member: SeenMember | null, now: Date): Compared {
  const { facts, state } = believed
  const { membership } = facts
  if (isOfNoInterest(believed)) {
    return { seen: { membership_id: membership.id, member, look_ms: null } }
  }
  const { differs, needs_look, added, removed, kicked } = foresee(state, member)
  const isBack = member !== null && WAITS_OUTSIDE.includes(membership.status)
  const hasLeft = member === null && membership.in_server === true
  if (differs || isBack || hasLeft) {
    const sighting = needs_look ? null : { member }
    return { difference: { membership_id: membership.id, added, removed, kicked, sighting } }
  }
  const pending = member?.pending ?? null
  const joined_at = member?.joined_at ? new Date(member.joined_at) : null
  const look_ms = state.desired.size > 0 ? nextLookMs({ pending, joined_at }, now) : null
  return { seen: { membership_id: membership.id, member, look_ms } }
}

const WAITS_OUTSIDE: readonly string[] = ["waiting_for_join", "waiting_for_customer"]
