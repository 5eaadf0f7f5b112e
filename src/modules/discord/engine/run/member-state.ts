import { OAuth2Scopes } from "discord.js"
import type { Message } from "../../../../messages"
import type { DesiredRoles } from "../../membership/desired-roles.rules"
import type { LoadedMembership, MembershipFacts } from "../../membership/load.store"
import { describeUnassignable } from "../../server/role-assignability.rules"
import type { GrantOrigin } from "../../statuses.rules"
import { DEFAULT_RULES, type MemberRules, type MemberState } from "./plan.rules"

/** What the plan goes by, before anything is asked of Discord. */
export function stateOf(
  { membership, ledger }: MembershipFacts,
  { roles: desired, entitled }: DesiredRoles,
  patchFrom: number = DEFAULT_RULES.patch_from,
): MemberState {
  return {
    desired,
    ledger,
    // Who was absent may be back: only a call tells.
    in_server: membership.in_server || null,
    observed: membership.observed_roles && new Set(membership.observed_roles),
    fresh: false,
    verify: membership.verify,
    joined_by_us: membership.joined_by_us,
    joined_at: membership.joined_at,
    pending: membership.pending,
    pending_join: membership.join_sent_at && {
      sent_at: membership.join_sent_at,
      role_ids: membership.join_role_ids ?? [],
    },
    tested: new Set(membership.tested_roles),
    can_join: hasAgreedToJoin(membership),
    blocked: new Set(),
    rules: rulesOf(membership, entitled, patchFrom),
  }
}

/** Whether the customer agreed to be brought into servers. */
export function hasAgreedToJoin({ account_status, scopes }: LoadedMembership): boolean {
  return account_status === "linked" && scopes.includes(OAuth2Scopes.GuildsJoin)
}

function rulesOf(settings: LoadedMembership, isEntitled: boolean, patch_from: number): MemberRules {
  if (settings.server_status === "disconnected") {
    // Access has not ended: members stay, and keep what they had before.
    return { ...DEFAULT_RULES, patch_from }
  }
  return {
    ...DEFAULT_RULES,
    keep_adopted: settings.adopted_roles === "keep",
    restore_removed: settings.on_role_removed === "restore",
    kick: settings.on_access_end === "kick" && !isEntitled,
    patch_from,
  }
}

/** Roles known to be out of the bot's reach are neither given nor taken: each refusal counts against the bot. */
export function knownRefusals(
  { membership, roles, ledger }: MembershipFacts,
  desired: ReadonlyMap<string, string>,
): [string, Message][] {
  const given = [...desired.keys()].filter((role) => !ledger.get(role)?.confirmed)
  const taken = [...ledger]
    .filter(([role, { origin }]) => !desired.has(role) && isTaken(origin, membership))
    // A deleted role is gone from the member, too: that is no refusal.
    .filter(([role]) => roles.get(role)?.unassignable_reason !== "deleted")
    .map(([role]) => role)
  return [...given, ...taken].flatMap((role_id): [string, Message][] => {
    const role = roles.get(role_id)
    return role?.unassignable_reason
      ? [[role_id, describeUnassignable(role.unassignable_reason, role.name)]]
      : []
  })
}

function isTaken(origin: GrantOrigin, { adopted_roles, server_status }: LoadedMembership): boolean {
  const takesAdopted = adopted_roles === "remove" && server_status !== "disconnected"
  return origin === "granted" || (origin === "adopted" && takesAdopted)
}
