import { render } from "../../../../messages"
import { desiredRoles } from "../../membership/desired-roles.rules"
import { hasAgreedToJoin, knownRefusals, stateOf } from "./member-state"
import { DEFAULT_RULES } from "./plan.rules"
import { PRIORITY } from "../../statuses.rules"
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
  const desired = desiredRoles(facts.claims, facts.membership.read_at)
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
