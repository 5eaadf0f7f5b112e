import { answered, rewritten, stored } from "../../../messages"
import { desiredRoles, type DesiredRoles } from "../membership/desired-roles.rules"
import { reasonOf, roleStateOf, type MembershipStanding } from "./role-state.rules"
import type { Db } from "../db/db"
import type { MembershipRow } from "../membership/membership-rows.store"
import { BANNED, moveOf } from "../membership/move.rules"
import {
  readClaims,
  readLastAnswers,
  readLedger,
  type AccessClaim,
  type LedgerRole,
  type Owners,
  type RoleAnswer,
} from "./role-access.store"
import type { AdminDiscordMemberRole, AdminDiscordMembership } from "../../../types/http"

type NamedRole = Pick<AdminDiscordMemberRole, "role_id" | "name" | "color">

/** What some owners should hold and do hold, read at once: two answers about one role cannot differ. */
export class MemberRoles {
  readonly #desired: ReadonlyMap<string, DesiredRoles>
  readonly #ledger: ReadonlyMap<string, LedgerRole>
  readonly #answers: ReadonlyMap<string, RoleAnswer>

  private constructor(
    readonly memberships: readonly MembershipRow[],
    readonly claims: readonly AccessClaim[],
    ledger: readonly LedgerRole[],
    answers: readonly RoleAnswer[],
    now: Date,
  ) {
    const byOwner = grouped(claims, (claim) => claim.owner_id)
    this.#desired = new Map([...byOwner].map(([id, own]) => [id, desiredRoles(own, now)]))
    this.#ledger = new Map(ledger.map((role) => [keyOf(role.membership_id, role.role_id), role]))
    this.#answers = new Map(answers.map((each) => [keyOf(each.membership_id, each.role_id), each]))
  }

  /** Three indexed reads, whatever the number of memberships. */
  static async load(
    db: Db,
    memberships: readonly MembershipRow[],
    owners: Owners,
  ): Promise<MemberRoles> {
    const ids = memberships.map((membership) => membership.id)
    const [claims, ledger, answers] = await Promise.all([
      readClaims(db, owners),
      readLedger(db, ids),
      readLastAnswers(db, ids),
    ])
    return new MemberRoles(memberships, claims, ledger, answers, new Date())
  }

  /** The owner's membership of a server; null while they have none. */
  membershipOf(ownerId: string, serverId: string): MembershipRow | null {
    return (
      this.memberships.find((each) => each.account_id === ownerId && each.server_id === serverId) ??
      null
    )
  }

  role(ownerId: string, membership: MembershipRow | null, role: NamedRole): AdminDiscordMemberRole {
    const key = keyOf(membership?.id ?? "", role.role_id)
    const entry = this.#ledger.get(key)
    const answer = this.#answers.get(key)
    const desired = this.#desired.get(ownerId)?.roles.has(role.role_id) ?? false
    const origin = entry?.origin ?? null
    const { state, held, reason } = roleStateOf(
      { desired, origin, confirmed: entry?.confirmed ?? false },
      membership && standingOf(membership),
    )
    return {
      ...role,
      desired,
      origin,
      state,
      held,
      ...answered("reason", reason),
      last_seen_at: membership?.last_seen_at?.toISOString() ?? null,
      last_answer: answer
        ? {
            action: answer.action,
            discord_status: answer.discord_status,
            discord_code: answer.discord_code,
            ...answered("message", stored(answer.message, answer.message_detail)),
            at: answer.at.toISOString(),
          }
        : null,
    }
  }

  /** A membership with every role that is desired or in the ledger, highest first. */
  present(membership: MembershipRow): AdminDiscordMembership {
    const {
      pause_reason: _,
      pause_detail: _pause,
      error_message: _message,
      error_detail: _error,
      server_standing,
      account_id,
      server_id,
      ...shown
    } = membership
    const claimed = this.claims
      .filter((claim) => claim.owner_id === account_id && claim.server_id === server_id)
      .map(({ role_id, role_name: name, color }): NamedRole => ({ role_id, name, color }))
    const given = [...this.#ledger.values()]
      .filter((role) => role.membership_id === membership.id)
      .map(({ role_id, role_name: name, color }): NamedRole => ({ role_id, name, color }))
    const named = new Map([...claimed, ...given].map((role) => [role.role_id, role]))
    const standing = standingOf(membership)
    const held_back = membership.status === "due" && membership.next_attempt_at === null
    return {
      ...shown,
      held_back,
      move: moveOf({
        status: membership.status,
        held_back,
        banned: membership.error_code === BANNED,
        pending: membership.pending === true,
        server: server_standing,
      }),
      ...answered("reason", reasonOf(standing)),
      next_attempt_at: membership.next_attempt_at?.toISOString() ?? null,
      last_synced_at: membership.last_synced_at?.toISOString() ?? null,
      last_seen_at: membership.last_seen_at?.toISOString() ?? null,
      recheck_at: membership.recheck_at?.toISOString() ?? null,
      roles: [...named.values()]
        .map((role) => this.role(account_id, membership, role))
        .filter((role) => role.desired || role.held || role.origin !== null),
    }
  }
}

function standingOf(membership: MembershipRow): MembershipStanding {
  return {
    status: membership.status,
    is_scheduled: membership.next_attempt_at !== null,
    error: rewritten(membership.error_message, membership.error_detail),
    pending: membership.pending,
    server_status: membership.server.status,
    pause_reason: rewritten(membership.pause_reason, membership.pause_detail),
  }
}

function keyOf(membershipId: string, roleId: string): string {
  return `${membershipId} ${roleId}`
}

export function grouped<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOfItem(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
