import { render, type Message } from "../../../../messages"
import { OAuth2Scopes } from "discord.js"
import { desiredRoles, type DesiredRoles } from "../../membership/desired-roles.rules"
import { DEFAULT_RULES, type MemberRules, type MemberState } from "./plan.rules"
import { PRIORITY, type GrantOrigin } from "../../statuses.rules"
import { describeUnassignable } from "../../server/role-assignability.rules"
import type { BucketKind } from "../../discord-api/buckets"
import { canJoinMembers } from "../../server/server-checks.rules"
import type { ClaimedMembership } from "../work.store"
import { forgetAccounts } from "../../account/erase.store"
import { loadMembership, type MembershipFacts } from "../../membership/load.store"
import { finishMembership } from "../../membership/record.store"
import { writeActivity } from "../../activity/activity.store"
import type { Gate } from "../circuits"
import type { SyncDeps } from "../deps"
import type { Incidents } from "./diagnosis"
import { MembershipRun } from "./membership-run"
import { patchFromInBulk } from "./way-around.rules"
import type { Outcome } from "./outcomes"

/**
 * Brings one claimed membership to its desired roles, as far as Discord allows now.
 *
 * @throws LostLease when another worker took it up meanwhile
 */
export async function syncMembership(
  deps: SyncDeps,
  incidents: Incidents,
  gate: Gate,
  claimed: ClaimedMembership,
): Promise<Outcome> {
  const facts = await loadMembership(deps.db, claimed.id)
  const desired = desiredRoles(facts.claims, new Date())
  const state = stateOf(facts, desired, patchFrom(deps, claimed, facts))
  const run = new MembershipRun(deps, incidents, gate, claimed, facts, state)
  for (const [role_id, words] of knownRefusals(facts, desired.roles)) {
    run.park([role_id], words)
  }
  if (hasAgreedToJoin(facts.membership) && !canJoinMembers(facts.membership.bot_permissions)) {
    run.refuseJoin()
  }
  const { unanswered, ...outcome } = await run.toOutcome()
  const isOurs = await finishMembership(deps.db, {
    membership_id: claimed.id,
    lease_id: claimed.lease_id,
    generation: claimed.generation,
    recheck_at: desired.recheck_at,
    looked: run.looked(new Date()),
    ...outcome,
  })
  if (isOurs) {
    if (facts.membership.erase_requested) {
      await forgetAccounts(deps.db, facts.membership.account_id)
    }
    await noteWait(deps, facts.membership, outcome)
  }
  return { unanswered, ...outcome }
}

/** A wait is news when its reason is: the log tells of it once. */
async function noteWait(
  { db }: SyncDeps,
  membership: MembershipFacts["membership"],
  { status, error }: Pick<Outcome, "status" | "error">,
): Promise<void> {
  const isWaiting = status !== "synced" && status !== "retrying"
  if (isWaiting && error && render(error.message) !== membership.error_message) {
    const { id: membership_id, server_id, account_id } = membership
    await writeActivity(db, [
      { action: "waiting", membership_id, server_id, account_id, message: error.message },
    ])
  }
}

function stateOf(
  { membership, ledger }: MembershipFacts,
  { roles: desired, entitled }: DesiredRoles,
  patchFrom: number,
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

function hasAgreedToJoin({ account_status, scopes }: MembershipFacts["membership"]): boolean {
  return account_status === "linked" && scopes.includes(OAuth2Scopes.GuildsJoin)
}

function patchFrom(
  { bot }: SyncDeps,
  { priority }: ClaimedMembership,
  { membership: { guild_id } }: MembershipFacts,
): number {
  if (priority !== PRIORITY.bulk) {
    return DEFAULT_RULES.patch_from
  }
  const readyAt = (kind: BucketKind) => bot.readyAt({ kind, guild_id })
  return patchFromInBulk(
    { role: readyAt("member_role"), patch: readyAt("member_patch") },
    Date.now(),
  )
}

function rulesOf(
  settings: MembershipFacts["membership"],
  isEntitled: boolean,
  patch_from: number,
): MemberRules {
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
function knownRefusals(
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

function isTaken(
  origin: GrantOrigin,
  { adopted_roles, server_status }: MembershipFacts["membership"],
): boolean {
  const takesAdopted = adopted_roles === "remove" && server_status !== "disconnected"
  return origin === "granted" || (origin === "adopted" && takesAdopted)
}
