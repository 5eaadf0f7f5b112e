import {
  afterCall,
  announce,
  shownMember,
  tellsStanding,
  type CallResult,
  type UserNames,
} from "./call-result.rules"
import type { DiscordCall, MemberState } from "./plan.rules"
import { seenAs } from "./seen.rules"
import type { Lease } from "../work.store"
import type { MembershipFacts } from "../../membership/load.store"
import { confirmLease, recordProgress } from "../../membership/record.store"
import type { NewActivity } from "../../activity/activity.store"
import { keepUserNames } from "../../account/user-names.store"
import type { CallAnswer } from "./calls"
import type { SyncDeps } from "../deps"
import type { RunWords } from "./run-words"

/** What is known of a member in one run. What a call does is written down, in the database first. */
export class RunState {
  readonly #deps: SyncDeps
  readonly #facts: MembershipFacts
  readonly #lease: Lease
  readonly #words: RunWords
  #now: MemberState
  /** The state before the call in hand was announced. */
  #settled: MemberState
  #wasSeen = false

  constructor(
    deps: SyncDeps,
    facts: MembershipFacts,
    lease: Lease,
    words: RunWords,
    state: MemberState,
  ) {
    this.#deps = deps
    this.#facts = facts
    this.#lease = lease
    this.#words = words
    this.#now = state
    this.#settled = state
  }

  get now(): MemberState {
    return this.#now
  }

  /** Whether Discord has said in this run how the member stands. */
  get wasSeen(): boolean {
    return this.#wasSeen
  }

  /** What this run goes by, without being written down: it holds for the run alone. */
  assume(change: Partial<MemberState>): void {
    this.#now = { ...this.#now, ...change }
  }

  assumeRules(change: Partial<MemberState["rules"]>): void {
    this.assume({ rules: { ...this.#now.rules, ...change } })
  }

  /** A call is about to be sent: what is undone when Discord refuses it. */
  settle(): void {
    this.#settled = this.#now
  }

  /** The call was not sent, since the customer's consent is gone. */
  async lostConsent(): Promise<void> {
    await this.record({ ...this.#settled, can_join: false }, [])
  }

  /**
   * Written when the call's turn has come, before it is sent. Should the process die, or the answer be lost, the next run can
   * tell what this one may have done from what a moderator did. However long the call waited: who lost the lease meanwhile
   * stops here.
   *
   * @throws LostLease when another worker took the membership up meanwhile
   */
  async announce(call: DiscordCall): Promise<void> {
    const announced = announce(this.#now, call, new Date())
    if (announced !== this.#now) {
      await this.record(announced, [])
      return
    }
    const { id: membership_id, server_status } = this.#facts.membership
    // A server that is disconnected may be told to leave the roles after all: that takes the lease away.
    if (server_status === "disconnected" || !this.#deps.leases.isFresh(this.#lease.lease_id)) {
      await confirmLease(this.#deps.db, { membership_id, ...this.#lease })
    }
  }

  /**
   * What a reconcile has read of the member, and nobody has acted on yet, stands for a look of this run's own. Only role by role: a
   * PATCH would undo what a moderator has done since.
   */
  async takeSighting(): Promise<void> {
    const { sighting } = this.#facts.membership
    if (!sighting) {
      return
    }
    const next = seenAs(this.#now, sighting.member)
    await this.record(next, [this.#words.entry({ action: "member_read" })])
    this.#wasSeen = true
    this.assumeRules({ patch_from: Infinity })
  }

  async answered(call: DiscordCall, answer: CallAnswer & { ok: true }): Promise<void> {
    const { result } = answer
    const next = afterCall(this.#now, call, result)
    if (result.kind === "already_member") {
      // This join did nothing: only one before it, whose answer was lost, can have brought the member in.
      next.pending_join = this.#settled.pending_join
    }
    await this.record(next, this.#words.answered(call, answer), tellsStanding(result))
    await this.#keepNames(result)
  }

  /** Refused in so many words: nothing was done, so nothing stays announced. Without an answer all stays as it was. */
  async refused(status: number | null, activity: NewActivity[]): Promise<void> {
    const isUnknown = status === null || status >= 500
    await this.record(isUnknown ? this.#now : this.#settled, activity)
  }

  /** Discord has no such user any more. */
  async userIsGone(call: DiscordCall, entry: NewActivity): Promise<void> {
    const next = afterCall(this.#settled, call, { kind: "not_a_member" })
    await this.record(next, [entry], true)
  }

  async moveLedger(roleIds: string[], action: "role_adopted" | "role_left"): Promise<void> {
    const ledger = new Map(this.#now.ledger)
    for (const role of roleIds) {
      if (action === "role_adopted") {
        ledger.set(role, { origin: "adopted", confirmed: true })
      } else {
        ledger.delete(role)
      }
    }
    const entries = roleIds.map((role_id) =>
      this.#words.entry({ action, role_id, trigger: this.#words.why(role_id) }),
    )
    await this.record({ ...this.#now, ledger }, entries)
  }

  /**
   * Makes a state the current one, in the database first.
   *
   * @param was_seen whether Discord has just said how the member stands
   */
  async record(next: MemberState, activity: NewActivity[], was_seen = false): Promise<void> {
    await recordProgress(this.#deps.db, {
      ...this.#lease,
      membership_id: this.#facts.membership.id,
      in_server: next.in_server,
      observed_roles: next.observed && [...next.observed],
      pending_join: next.pending_join,
      joined_by_us: next.joined_by_us,
      joined_at: next.joined_at,
      pending: next.pending,
      was_seen,
      before: this.#now.ledger,
      after: new Map(
        [...next.ledger].map(([role, entry]) => [
          role,
          { ...entry, reason: this.#words.why(role) },
        ]),
      ),
      activity,
    })
    this.#now = next
    this.#wasSeen ||= was_seen
  }

  async #keepNames(result: CallResult): Promise<void> {
    const names = shownMember(result)?.user
    const { account_id, user_names } = this.#facts.membership
    if (names && !isSameUser(names, user_names)) {
      await keepUserNames(this.#deps.db, account_id, names)
    }
  }
}

function isSameUser(a: UserNames, b: UserNames): boolean {
  return a.username === b.username && a.global_name === b.global_name && a.avatar === b.avatar
}
