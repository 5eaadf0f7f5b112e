import type { BucketKind } from "../discord-api/buckets"
import { retryDelayMs } from "../domain/backoff"
import { addedBy, afterCall, announce, removedBy } from "../domain/outcome"
import { nextStep, type DiscordCall, type MemberState } from "../domain/plan"
import { PRIORITY } from "../domain/statuses"
import { wayAround } from "../domain/way-around"
import type { ClaimedMembership, Lease } from "../store/claim"
import type { MembershipFacts } from "../store/load"
import { recordProgress, type NewActivity } from "../store/record"
import { NO_TOKEN, send, type CallAnswer } from "./calls"
import type { SyncDeps } from "./deps"
import type { Incidents } from "./incidents"
import { joinRefused, notInServer, SYNCED, waiting, type Outcome, type RunError } from "./outcomes"
import { rolesOf, RunWords } from "./run-words"

/** More steps than any plan needs: a plan that does not end is a bug, and must not become a loop of calls. */
const MAX_STEPS = 600

/** One run on one membership: asks the plan for the next step until there is none. */
export class MembershipRun {
  readonly #deps: SyncDeps
  readonly #incidents: Incidents
  readonly #facts: MembershipFacts
  readonly #words: RunWords
  readonly #lease: Lease
  readonly #isCustomerWaiting: boolean
  /** Failures in a row before this run. */
  readonly #attempts: number
  #state: MemberState
  /** The state before the call in hand was announced. */
  #settled: MemberState
  /** What the admin has to mend, while other roles go on. */
  #parked: RunError | null = null
  /** Why the bot may bring nobody in, though the customer agreed to it. */
  #joinRefused: RunError | null = null

  constructor(
    deps: SyncDeps,
    incidents: Incidents,
    { priority, attempts, lease_id, lease_ms }: ClaimedMembership,
    facts: MembershipFacts,
    state: MemberState,
  ) {
    this.#deps = deps
    this.#incidents = incidents
    this.#lease = { lease_id, lease_ms }
    this.#isCustomerWaiting = priority === PRIORITY.customer
    this.#attempts = attempts
    this.#facts = facts
    this.#words = new RunWords(facts, state.desired, attempts + 1)
    this.#state = state
    this.#settled = state
  }

  /** Leaves a role out of this run: it waits for the admin, the others go on. */
  park(roleIds: readonly string[], message: string, code: string | null = null): void {
    this.#parked = { owner: "admin", code, message }
    this.#state = { ...this.#state, blocked: new Set([...this.#state.blocked, ...roleIds]) }
  }

  /** The bot may bring nobody in: who is in the server already is served all the same. */
  refuseJoin(code: string | null = null): void {
    this.#joinRefused = joinRefused(code)
    this.#state = { ...this.#state, can_join: false }
  }

  async toOutcome(): Promise<Outcome> {
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const step = nextStep(this.#state)
      switch (step.kind) {
        case "done":
          return this.#parked ? waiting("waiting_for_admin", this.#parked) : SYNCED
        case "wait_for_join":
          return this.#waitForJoin()
        case "adopt":
          await this.#moveLedger(step.role_ids, "role_adopted")
          break
        case "forget":
          await this.#moveLedger(step.role_ids, "role_left")
          break
        case "call": {
          const ended = await this.#call(step.call)
          if (ended) {
            return ended
          }
        }
      }
    }
    throw new Error(`The plan for membership ${this.#facts.membership.id} does not end`)
  }

  #waitForJoin(): Outcome {
    if (this.#parked) {
      return waiting("waiting_for_admin", this.#parked)
    }
    return notInServer(this.#joinRefused, this.#attempts)
  }

  /** @returns how the run ends, when the answer ends it */
  async #call(call: DiscordCall): Promise<Outcome | null> {
    if (this.#goAround(call)) {
      return null
    }
    this.#settled = this.#state
    const bot = this.#deps.bot.onTurn(() => this.#announce(call))
    const deps = { ...this.#deps, bot }
    const answer = await send(deps, this.#facts.membership, call, this.#words.reason(call))
    if (answer === NO_TOKEN) {
      await this.#record({ ...this.#settled, can_join: false }, [])
      return null
    }
    if (!answer.ok) {
      return this.#refused(call, answer)
    }
    const next = afterCall(this.#state, call, answer.result)
    if (answer.result.kind === "already_member") {
      // This join did nothing: only one before it, whose answer was lost, can have brought the member in.
      next.pending_join = this.#settled.pending_join
    }
    await this.#record(next, this.#words.answered(call, answer))
    return null
  }

  /**
   * A customer does not wait for a full bucket while the other is free. Nothing is awaited between this look and the call's
   * place in the queue, so that no two count on the same last slot.
   *
   * @returns whether to plan anew
   */
  #goAround({ kind }: DiscordCall): boolean {
    if (!this.#isCustomerWaiting) {
      return false
    }
    const { fresh, rules } = this.#state
    const { guild_id } = this.#facts.membership
    const readyAt = (bucket: BucketKind) => this.#deps.bot.readyAt({ kind: bucket, guild_id })
    const ready = {
      role: readyAt("member_role"),
      patch: Math.max(readyAt("member_patch"), fresh ? 0 : readyAt("member_read")),
    }
    const instead = wayAround(kind, rules.patch_from, ready, Date.now())
    if (instead === null) {
      return false
    }
    this.#state = { ...this.#state, rules: { ...rules, patch_from: instead } }
    return true
  }

  /**
   * Written when the call's turn has come, before it is sent. Should the process die, or the answer be lost, the next run can
   * tell what this one may have done from what a moderator did. However long the call waited: who lost the lease meanwhile
   * stops here.
   */
  async #announce(call: DiscordCall): Promise<void> {
    const announced = announce(this.#state, call, new Date())
    if (announced !== this.#state) {
      await this.#record(announced, [])
    }
  }

  async #refused(
    call: DiscordCall,
    { failure, verdict: first }: CallAnswer & { ok: false },
  ): Promise<Outcome | null> {
    const diagnosis = await this.#incidents.diagnose(this.#facts.membership, failure, first)
    const { verdict } = diagnosis
    const code = String(failure.code ?? failure.status ?? "")
    const refusals = rolesOf(call).flatMap((role): [string, string][] => {
      const name = this.#facts.roles.get(role)?.name ?? role
      const words = diagnosis.refusalOf(role, name)
      return words ? [[role, words]] : []
    })
    const message = refusals.map(([, words]) => words).join(" ") || verdict.message
    await this.#record(this.#withoutAnnounced(failure.status), [
      this.#words.entry({
        action: "sync_failed",
        role_id: refusals[0]?.[0] ?? rolesOf(call)[0] ?? null,
        discord_status: failure.status,
        discord_code: failure.code === null ? null : String(failure.code),
        message,
      }),
    ])
    switch (verdict.owner) {
      case "transient": {
        const attempts = this.#attempts + 1
        return {
          status: "retrying",
          retry_ms: retryDelayMs(attempts, failure.retry_after_ms),
          attempts,
          error: { owner: "transient", code, message },
          unanswered: failure.retry_after_ms === null,
        }
      }
      case "customer":
        return {
          ...waiting("waiting_for_customer", { owner: "customer", code, message }),
          retry_ms: verdict.retry_ms ?? null,
        }
      case "bug":
        this.#deps.logger.error(`discord: ${call.kind} refused as malformed (${failure.message})`)
        return waiting("waiting_for_admin", { owner: "bug", code, message })
      case "admin":
      case "satisfied":
        return this.#goOn(
          call,
          diagnosis.can_join,
          refusals,
          { owner: "admin", code, message },
          {
            ends: verdict.reach === "server" || verdict.reach === "bot",
          },
        )
    }
  }

  /** What the admin has to mend for one role, or one kind of call, must not keep the rest from the member. */
  #goOn(
    call: DiscordCall,
    canJoin: boolean,
    refusals: [string, string][],
    error: RunError,
    { ends }: { ends: boolean },
  ): Outcome | null {
    if (refusals.length > 0) {
      refusals.forEach(([role, words]) => this.park([role], words, error.code))
      return null
    }
    if (call.kind === "join" && !canJoin) {
      this.refuseJoin(error.code)
      return null
    }
    if (call.kind === "kick") {
      this.#state = { ...this.#state, rules: { ...this.#state.rules, kick: false } }
      return null
    }
    if (call.kind === "set_roles" && !ends) {
      // Discord refuses the whole set for any one role in it: asked for one by one, the others come through.
      this.#state = { ...this.#state, rules: { ...this.#state.rules, patch_from: Infinity } }
      return null
    }
    const roles = [...addedBy(call), ...removedBy(call)]
    if (ends || roles.length === 0) {
      return waiting("waiting_for_admin", error)
    }
    this.park(roles, error.message, error.code)
    return null
  }

  /** Refused in so many words: nothing was done, so nothing stays announced. Without an answer all stays as it was. */
  #withoutAnnounced(status: number | null): MemberState {
    return status === null || status >= 500 ? this.#state : this.#settled
  }

  async #moveLedger(roleIds: string[], action: "role_adopted" | "role_left"): Promise<void> {
    const ledger = new Map(this.#state.ledger)
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
    await this.#record({ ...this.#state, ledger }, entries)
  }

  /** Makes a state the current one, in the database first. */
  async #record(next: MemberState, activity: NewActivity[]): Promise<void> {
    await recordProgress(this.#deps.db, {
      ...this.#lease,
      membership_id: this.#facts.membership.id,
      in_server: next.in_server,
      observed_roles: next.observed && [...next.observed],
      pending_join: next.pending_join,
      joined_by_us: next.joined_by_us,
      before: this.#state.ledger,
      after: new Map(
        [...next.ledger].map(([role, entry]) => [
          role,
          { ...entry, reason: this.#words.why(role) },
        ]),
      ),
      activity,
    })
    this.#state = next
  }
}
