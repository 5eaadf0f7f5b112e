import { addedBy, removedBy } from "./call-result.rules"
import type { DiscordCall, MemberState } from "./plan.rules"
import type { MembershipFacts } from "../../membership/load.store"
import type { NewActivity } from "../../activity/activity.store"
import type { ActivityAction } from "../../statuses.rules"
import type { CallAnswer } from "./calls"

/** What one run says of itself: in the activity log, and in Discord's audit log. */
export class RunWords {
  readonly #facts: MembershipFacts
  readonly #desired: MemberState["desired"]
  readonly #attempt: number

  /** @param attempt counted from 1 */
  constructor(facts: MembershipFacts, desired: MemberState["desired"], attempt: number) {
    this.#facts = facts
    this.#desired = desired
    this.#attempt = attempt
  }

  /** Which order or subscription a role is held for, or was. */
  why(roleId: string): string | null {
    return this.#desired.get(roleId) ?? this.#facts.ledger.get(roleId)?.reason ?? null
  }

  /** For Discord's audit log: names the order or subscription behind the change. */
  reason(call: DiscordCall): string {
    const given = addedBy(call).map((role) => this.why(role) ?? "store")
    const isLeft = this.#facts.membership.server_status === "disconnected"
    const ended = removedBy(call).map((role) =>
      isLeft ? "store: server disconnected" : `${this.why(role) ?? "store"} ended`,
    )
    return [...new Set([...given, ...ended])].join(", ") || "store: access ended"
  }

  entry(entry: NewActivity): NewActivity {
    const { id, server_id, account_id, sync_run_id } = this.#facts.membership
    return {
      membership_id: id,
      server_id,
      account_id,
      sync_run_id,
      attempt: this.#attempt,
      ...entry,
    }
  }

  /** The entries for a call that Discord answered. */
  answered(call: DiscordCall, { result, status }: CallAnswer & { ok: true }): NewActivity[] {
    if (result.kind === "already_member" || result.kind === "not_a_member") {
      return [this.entry({ action: "member_read", discord_status: status })]
    }
    return changesOf(call).map(([action, role_id]) =>
      this.entry({
        action,
        role_id,
        trigger: role_id && this.why(role_id),
        discord_status: status,
      }),
    )
  }
}

/** What a call has come to, role by role: whether one call changed them all is nothing to people. */
function changesOf(call: DiscordCall): [ActivityAction, string | null][] {
  switch (call.kind) {
    case "read_member":
      return [["member_read", null]]
    case "kick":
      return [["member_kicked", null]]
    case "join":
      return call.role_ids.length > 0
        ? call.role_ids.map((role) => ["member_joined", role])
        : [["member_joined", null]]
    case "add_role":
    case "remove_role":
    case "set_roles":
      return [
        ...addedBy(call).map((role): [ActivityAction, string] => ["role_added", role]),
        ...removedBy(call).map((role): [ActivityAction, string] => ["role_removed", role]),
      ]
  }
}

/** The roles a call is about. */
export function rolesOf(call: DiscordCall): string[] {
  return call.kind === "join" ? call.role_ids : [...addedBy(call), ...removedBy(call)]
}
