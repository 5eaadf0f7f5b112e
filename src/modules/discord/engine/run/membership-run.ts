import { say, type Message } from "../../../../messages"
import type { BucketKind } from "../../discord-api/buckets"
import type { DiscordFailure } from "../../discord-api/errors"
import { rareDelayMs } from "../backoff.rules"
import { nextLookMs } from "../../membership/look.rules"
import { nextStep, type DiscordCall, type MemberState, type Step } from "./plan.rules"
import { PRIORITY } from "../../statuses.rules"
import { wayAround } from "./way-around.rules"
import type { ClaimedMembership } from "../work.store"
import type { MembershipFacts } from "../../membership/load.store"
import type { Looked } from "../../membership/record.store"
import type { NewActivity } from "../../activity/activity.store"
import { NO_TOKEN, send, type CallAnswer } from "./calls"
import type { Held } from "../circuit-breaker"
import { isHeld, type Gate } from "../circuits"
import type { SyncDeps } from "../deps"
import type { Incidents } from "./diagnosis"
import {
  inviteMissing,
  notInServer,
  notTried,
  SYNCED,
  waitingForAdmin,
  type JoinRefusal,
  type Outcome,
  type RunError,
} from "./outcomes"
import { afterRefusal, refusalOf, type AfterRefusal, type Refusal } from "./refusal"
import { RunState } from "./run-state"
import { rolesOf, RunWords } from "./run-words"

/** More steps than any plan needs: a plan that does not end is a bug, and must not become a loop of calls. */
const MAX_STEPS = 600

/** The Discord account was deleted. */
const UNKNOWN_USER = 10013

/** One run on one membership: asks the plan for the next step until there is none. */
export class MembershipRun {
  readonly #deps: SyncDeps
  readonly #incidents: Incidents
  readonly #gate: Gate
  readonly #facts: MembershipFacts
  readonly #words: RunWords
  readonly #state: RunState
  readonly #isCustomerWaiting: boolean
  /** Failures in a row before this run. */
  readonly #attempts: number
  /** What the admin has to mend, while other roles go on. */
  #parked: RunError | null = null
  /** Whether nobody knows what would mend it. */
  #isUnexplained = false
  /** Why they cannot be brought in, though the customer agreed to it. */
  #joinRefused: JoinRefusal | null = null
  /** When a join is worth a try, after one that was not sent: milliseconds. */
  #joinHeldMs: number | null = null

  constructor(
    deps: SyncDeps,
    incidents: Incidents,
    gate: Gate,
    { priority, attempts, lease_id, lease_ms }: ClaimedMembership,
    facts: MembershipFacts,
    state: MemberState,
  ) {
    this.#deps = deps
    this.#incidents = incidents
    this.#gate = gate
    this.#isCustomerWaiting = priority === PRIORITY.customer
    this.#attempts = attempts
    this.#facts = facts
    this.#words = new RunWords(facts, state.desired, attempts + 1)
    this.#state = new RunState(deps, facts, { lease_id, lease_ms }, this.#words, state)
  }

  /** Leaves a role out of this run: it waits for the admin, the others go on. */
  park(roleIds: readonly string[], message: Message, code: string | null = null): void {
    this.#parked = { owner: "admin", code, message }
    this.#state.assume({ blocked: new Set([...this.#state.now.blocked, ...roleIds]) })
  }

  /** They cannot be brought in. Who is in the server already is served all the same: the plan looks whether they are. */
  refuseJoin(refusal: JoinRefusal = inviteMissing(null)): void {
    this.#joinRefused = refusal
    this.#state.assume({ can_join: false })
  }

  /** What this run means for the next look. */
  looked(now: Date): Looked {
    const state = this.#state.now
    return {
      is_active: state.desired.size > 0,
      was_seen: this.#state.wasSeen,
      next_look_ms: nextLookMs(state, now),
    }
  }

  async toOutcome(): Promise<Outcome> {
    await this.#state.takeSighting()
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const ended = await this.#take(nextStep(this.#state.now))
      if (ended) {
        return ended
      }
    }
    throw new Error(`The plan for membership ${this.#facts.membership.id} does not end`)
  }

  /** @returns how the run ends, when this step ends it */
  async #take(step: Step): Promise<Outcome | null> {
    switch (step.kind) {
      case "done":
        return this.#parked ? this.#waitForAdmin(this.#parked) : SYNCED
      case "wait_for_join":
        return this.#waitForJoin()
      case "adopt":
        await this.#state.moveLedger(step.role_ids, "role_adopted")
        return null
      case "forget":
        await this.#state.moveLedger(step.role_ids, "role_left")
        return null
      case "spare":
        await this.#spare(step.role_ids)
        return null
      case "call":
        return this.#call(step.call)
    }
  }

  #waitForJoin(): Outcome {
    if (this.#joinHeldMs !== null) {
      return notTried(this.#joinHeldMs, this.#attempts)
    }
    if (this.#parked) {
      return this.#waitForAdmin(this.#parked)
    }
    return notInServer(this.#joinRefused, this.#attempts)
  }

  #waitForAdmin(error: RunError): Outcome {
    const waits = waitingForAdmin(error)
    return this.#isUnexplained
      ? { ...waits, retry_ms: rareDelayMs(this.#attempts), attempts: this.#attempts + 1 }
      : waits
  }

  async #call(call: DiscordCall): Promise<Outcome | null> {
    if (this.#goAround(call)) {
      return null
    }
    this.#state.settle()
    const bot = this.#deps.bot.onTurn(() => this.#state.announce(call))
    const deps = { ...this.#deps, bot }
    const { membership } = this.#facts
    const answer = await this.#gate.send(membership.id, call, () =>
      send(deps, membership, call, this.#words.reason(call)),
    )
    if (isHeld(answer)) {
      return this.#held(call, answer)
    }
    if (answer === NO_TOKEN) {
      await this.#state.lostConsent()
      return null
    }
    if (!answer.ok) {
      return this.#refused(call, answer)
    }
    await this.#state.answered(call, answer)
    return null
  }

  /** Nothing they bought is left, and they stay: other roles are theirs, a moderator's or a booster's. */
  async #spare(roleIds: string[]): Promise<void> {
    const message = say("membership.stays", { roles: roleIds.map((role) => this.#nameOf(role)) })
    this.#state.assumeRules({ kick: false })
    const entry = this.#words.entry({ action: "member_read", message })
    await this.#state.record(this.#state.now, [entry])
  }

  readonly #nameOf = (roleId: string): string => this.#facts.roles.get(roleId)?.name ?? roleId

  /**
   * Discord is away for this kind of call, and nothing was sent. Another kind may do as well: who cannot be brought in now may
   * be in already, and roles that cannot be set together can be given one by one.
   */
  #held({ kind }: DiscordCall, { held_ms }: Held): Outcome | null {
    if (kind === "join" && !this.#state.now.fresh) {
      this.#state.assume({ verify: true, can_join: false })
      this.#joinHeldMs = held_ms
      return null
    }
    if (kind === "set_roles") {
      this.#state.assumeRules({ patch_from: Infinity })
      return null
    }
    return notTried(held_ms, this.#attempts)
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
    const { fresh, rules } = this.#state.now
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
    this.#state.assumeRules({ patch_from: instead })
    return true
  }

  async #refused(
    call: DiscordCall,
    { failure, verdict }: CallAnswer & { ok: false },
  ): Promise<Outcome | null> {
    if (failure.code === UNKNOWN_USER) {
      return this.#userIsGone(call, failure.status, verdict.message)
    }
    const { membership } = this.#facts
    const diagnosis = await this.#incidents.diagnose(membership, call.kind, failure, verdict)
    const refusal = refusalOf(call, failure, diagnosis, this.#nameOf)
    await this.#state.refused(failure.status, this.#newsOf(refusal))
    if (diagnosis.verdict.owner === "bug") {
      this.#deps.logger.error(`discord: ${call.kind} refused as malformed (${failure.message})`)
    }
    return this.#goOn(afterRefusal(refusal, this.#attempts))
  }

  /** A try on a paused server that is refused as before is no news. */
  #newsOf({ call, failure, diagnosis, roles, message }: Refusal): NewActivity[] {
    const { server_status } = this.#facts.membership
    if (server_status === "paused" && diagnosis.verdict.reach === "server") {
      return []
    }
    const entry = this.#words.entry({
      action: "sync_failed",
      role_id: roles[0]?.[0] ?? rolesOf(call)[0] ?? null,
      discord_status: failure.status,
      discord_code: failure.code === null ? null : String(failure.code),
      message,
    })
    return [entry]
  }

  /** Their roles went with the account: who is owed nothing is as they should be, the others have to connect another one. */
  async #userIsGone(
    call: DiscordCall,
    status: DiscordFailure["status"],
    message: Message,
  ): Promise<null> {
    const code = String(UNKNOWN_USER)
    const facts = { discord_status: status, discord_code: code }
    const isOwed = this.#state.now.desired.size > 0
    const entry: NewActivity = isOwed
      ? { action: "sync_failed", message, ...facts }
      : { action: "member_read", ...facts }
    await this.#state.userIsGone(call, this.#words.entry(entry))
    this.refuseJoin({ error: { owner: "customer", code, message }, retry_ms: null })
    return null
  }

  #goOn(after: AfterRefusal): Outcome | null {
    switch (after.kind) {
      case "end":
        return after.outcome
      case "wait_for_admin":
        this.#isUnexplained ||= after.unexplained
        return this.#waitForAdmin(after.error)
      case "refuse_join":
        this.refuseJoin(after.refusal)
        return null
      case "park":
        this.#isUnexplained ||= after.unexplained
        after.roles.forEach(([role, why]) => this.park([role], why, after.code))
        return null
      case "keep_member":
        this.#isUnexplained ||= after.unexplained
        this.#parked = after.error
        this.#state.assumeRules({ kick: false })
        return null
      case "one_by_one":
        this.#state.assumeRules({ patch_from: Infinity })
        return null
    }
  }
}
