import { OAuth2Scopes } from "discord.js"
import { retryDelayMs } from "../domain/backoff"
import { desiredRoles, type DesiredRoles } from "../domain/desired-roles"
import { addedBy, afterCall, joinedByUs, removedBy } from "../domain/outcome"
import { nextStep, type DiscordCall, type MemberState } from "../domain/plan"
import { describeUnassignable } from "../domain/role-assignability"
import type { ClaimedMembership } from "../store/claim"
import { loadMembership, type MembershipFacts } from "../store/load"
import { finishMembership, recordProgress, type Finish, type NewActivity } from "../store/record"
import { ACTION_OF_CALL, NO_TOKEN, send, type CallAnswer } from "./calls"
import type { SyncDeps } from "./deps"

/** More steps than any plan needs: a plan that does not end is a bug, and must not become a loop of calls. */
const MAX_STEPS = 600

type Outcome = Pick<Finish, "status" | "retry_ms" | "attempts" | "error">

/** Brings one claimed membership to its desired roles, as far as Discord allows now. */
export async function syncMembership(
  deps: SyncDeps,
  claimed: ClaimedMembership,
  leaseId: string,
): Promise<void> {
  const facts = await loadMembership(deps.db, claimed.id)
  const desired = desiredRoles(facts.claims, new Date())
  const run = new MembershipRun(deps, facts, desired, claimed.attempts)
  const outcome = await run.toOutcome()
  await finishMembership(deps.db, {
    membership_id: claimed.id,
    lease_id: leaseId,
    generation: claimed.generation,
    recheck_at: desired.recheck_at,
    ...outcome,
  })
}

/** One run on one membership: asks the plan for the next step until there is none. */
class MembershipRun {
  readonly #deps: SyncDeps
  readonly #facts: MembershipFacts
  readonly #attempts: number
  #state: MemberState
  #joinSentAt: Date | null
  #joinedByUs: boolean
  /** Whether the answer to a join before this one was lost: only then can "already a member" be our own doing. */
  #earlierJoinLost = false
  /** Set when Discord refused several roles at once: whichever of them is at fault must not keep back the others. */
  #oneByOne = false
  /** Whose move the last refusal is, while other roles go on. */
  #parked: Outcome | null = null

  constructor(deps: SyncDeps, facts: MembershipFacts, desired: DesiredRoles, attempts: number) {
    const { membership } = facts
    this.#deps = deps
    this.#facts = facts
    this.#attempts = attempts
    this.#joinSentAt = membership.join_sent_at
    this.#joinedByUs = membership.joined_by_us
    this.#state = {
      desired: desired.roles,
      ledger: facts.ledger,
      in_server: membership.in_server,
      observed: membership.observed_roles && new Set(membership.observed_roles),
      fresh: false,
      can_join:
        membership.account_status === "linked" &&
        membership.scopes.includes(OAuth2Scopes.GuildsJoin),
      blocked: this.#unassignable(desired),
    }
  }

  async toOutcome(): Promise<Outcome> {
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const step = nextStep(this.#state, this.#oneByOne)
      switch (step.kind) {
        case "done":
          return this.#parked ?? { status: "synced", retry_ms: null, attempts: 0, error: null }
        case "wait_for_join":
          return waiting("waiting_for_join", {
            owner: "customer",
            code: null,
            message: "Not in the Discord server. Connect Discord again, or join the server.",
          })
        case "adopt":
          await this.#moveLedger(step.role_ids, "role_adopted")
          break
        case "forget":
          await this.#moveLedger(step.role_ids, "role_left")
          break
        case "call": {
          const failed = await this.#call(step.call)
          if (failed) {
            return failed
          }
        }
      }
    }
    throw new Error(`The plan for membership ${this.#facts.membership.id} does not end`)
  }

  /** Roles known to be out of the bot's reach are not asked for: each refusal counts against the bot. */
  #unassignable(desired: DesiredRoles): Set<string> {
    const blocked = new Set<string>()
    for (const role_id of desired.roles.keys()) {
      const role = this.#facts.mapped.get(role_id)
      if (role?.unassignable_reason && !this.#facts.ledger.get(role_id)?.confirmed) {
        blocked.add(role_id)
        const message = describeUnassignable(role.unassignable_reason, role.name)
        this.#parked = waiting("waiting_for_admin", { owner: "admin", code: null, message })
      }
    }
    return blocked
  }

  /** @returns how the run ends, when the answer ends it */
  async #call(call: DiscordCall): Promise<Outcome | null> {
    await this.#announce(call)
    const { membership } = this.#facts
    const answer = await send(this.#deps, membership, call, this.#reason(call))
    if (answer === NO_TOKEN) {
      this.#joinDidNothing()
      await this.#record({ ...this.#state, can_join: false }, [])
      return null
    }
    return answer.ok ? this.#succeed(call, answer) : this.#fail(call, answer)
  }

  /**
   * Written before the call is sent. Should the process die before the answer is recorded, the next run can tell what this
   * one may have done from what a moderator did.
   */
  async #announce(call: DiscordCall): Promise<void> {
    if (call.kind === "join") {
      this.#earlierJoinLost = this.#joinSentAt !== null
      if (this.#joinSentAt === null) {
        this.#joinSentAt = new Date()
        await this.#record(this.#state, [])
      }
    }
    const fresh = addedBy(call).filter((role) => !this.#state.ledger.has(role))
    if (fresh.length > 0) {
      const ledger = new Map(this.#state.ledger)
      fresh.forEach((role) => ledger.set(role, { origin: "granted", confirmed: false }))
      await this.#record({ ...this.#state, ledger }, [])
    }
  }

  #joinDidNothing(): void {
    if (!this.#earlierJoinLost) {
      this.#joinSentAt = null
    }
  }

  async #succeed(call: DiscordCall, answer: CallAnswer & { ok: true }): Promise<null> {
    const { result } = answer
    const join = { join_sent_at: this.#joinSentAt }
    const next = afterCall(this.#state, call, result, join)
    switch (result.kind) {
      case "joined":
        this.#joinedByUs = true
        this.#joinSentAt = null
        break
      case "member":
        this.#joinedByUs ||= joinedByUs(result.member, join)
        this.#joinSentAt = null
        break
      case "not_a_member":
        this.#joinedByUs = false
        this.#joinSentAt = null
        break
      case "already_member":
        this.#joinDidNothing()
        break
      case "changed":
        break
    }
    await this.#record(next, this.#activityOf(call, answer))
    return null
  }

  async #fail(
    call: DiscordCall,
    { failure, verdict }: CallAnswer & { ok: false },
  ): Promise<Outcome | null> {
    const error = {
      owner: verdict.owner,
      code: String(failure.code ?? failure.status ?? ""),
      message: verdict.message,
    }
    await this.#record(this.#afterRefusal(call, failure.status), [
      this.#entry({
        action: "sync_failed",
        role_id: roleOf(call),
        discord_status: failure.status,
        discord_code: failure.code === null ? null : String(failure.code),
        message: verdict.message,
      }),
    ])
    switch (verdict.owner) {
      case "transient": {
        const attempts = this.#attempts + 1
        const retry_ms = retryDelayMs(attempts, failure.retry_after_ms)
        return { status: "retrying", retry_ms, attempts, error }
      }
      case "customer":
        return waiting("waiting_for_customer", error)
      case "bug":
        this.#deps.logger.error(`discord: ${call.kind} refused as malformed (${failure.message})`)
        return waiting("waiting_for_admin", error)
      case "admin":
      case "satisfied":
        if (!this.#oneByOne && carriesRoles(call) && isAboutRoles(failure.code)) {
          this.#oneByOne = true
          return null
        }
        return this.#park(call, waiting("waiting_for_admin", error), verdict.reach === "role")
    }
  }

  /** One role that the bot may not give must not keep the others from the member. */
  #park(call: DiscordCall, outcome: Outcome, roleOnly: boolean): Outcome | null {
    const roles = [...addedBy(call), ...removedBy(call)]
    if (!roleOnly || roles.length === 0) {
      return outcome
    }
    this.#parked = outcome
    this.#state = { ...this.#state, blocked: new Set([...this.#state.blocked, ...roles]) }
    return null
  }

  /** Refused in so many words: nothing was done, so nothing stays announced. Without an answer all stays as it was. */
  #afterRefusal(call: DiscordCall, status: number | null): MemberState {
    if (status === null || status >= 500) {
      return this.#state
    }
    if (call.kind === "join") {
      this.#joinSentAt = null
    }
    const ledger = new Map(this.#state.ledger)
    addedBy(call)
      .filter((role) => ledger.get(role)?.confirmed === false)
      .forEach((role) => ledger.delete(role))
    return { ...this.#state, ledger }
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
      this.#entry({ action, role_id, trigger: this.#why(role_id) }),
    )
    await this.#record({ ...this.#state, ledger }, entries)
  }

  /** Makes a state the current one, in the database first. */
  async #record(next: MemberState, activity: NewActivity[]): Promise<void> {
    await recordProgress(this.#deps.db, {
      membership_id: this.#facts.membership.id,
      in_server: next.in_server,
      observed_roles: next.observed && [...next.observed],
      join_sent_at: this.#joinSentAt,
      joined_by_us: this.#joinedByUs,
      before: this.#state.ledger,
      after: new Map(
        [...next.ledger].map(([role, entry]) => [role, { ...entry, reason: this.#why(role) }]),
      ),
      activity,
    })
    this.#state = next
  }

  #activityOf(call: DiscordCall, { result, status }: CallAnswer & { ok: true }): NewActivity[] {
    if (result.kind === "already_member" || result.kind === "not_a_member") {
      return [this.#entry({ action: "member_read", discord_status: status })]
    }
    const action = ACTION_OF_CALL[call.kind]
    const roles = call.kind === "join" ? call.role_ids : [...addedBy(call), ...removedBy(call)]
    return (roles.length > 0 ? roles : [null]).map((role_id) =>
      this.#entry({
        action,
        role_id,
        trigger: role_id && this.#why(role_id),
        discord_status: status,
      }),
    )
  }

  #entry(entry: NewActivity): NewActivity {
    const { id, server_id, account_id } = this.#facts.membership
    return { membership_id: id, server_id, account_id, attempt: this.#attempts + 1, ...entry }
  }

  /** Which order or subscription a role is held for, or was. */
  #why(roleId: string): string | null {
    return this.#state.desired.get(roleId) ?? this.#facts.ledger.get(roleId)?.reason ?? null
  }

  /** For Discord's audit log: names the order or subscription behind the change. */
  #reason(call: DiscordCall): string {
    const given = addedBy(call).map((role) => `${this.#why(role) ?? "store"}`)
    const ended = removedBy(call).map((role) => `${this.#why(role) ?? "store"} ended`)
    return [...new Set([...given, ...ended])].join(", ") || "store"
  }
}

function waiting(status: Outcome["status"], error: NonNullable<Outcome["error"]>): Outcome {
  return { status, retry_ms: null, attempts: 0, error }
}

/** Missing permission or rank, unknown role, invalid role. */
function isAboutRoles(code: number | string | null): boolean {
  return code === 50013 || code === 10011 || code === 50028
}

function carriesRoles(call: DiscordCall): boolean {
  return call.kind === "set_roles" || (call.kind === "join" && call.role_ids.length > 0)
}

function roleOf(call: DiscordCall): string | null {
  return addedBy(call)[0] ?? removedBy(call)[0] ?? null
}
