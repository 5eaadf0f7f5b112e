import { afterCall, announce, type CallResult, type MemberFacts } from "../call-result.rules"
import {
  nextStep,
  type DiscordCall,
  type LedgerEntry,
  type MemberState,
  type Step,
} from "../plan.rules"

const MINUTE_MS = 60_000
/** More than clocks may differ: what happened before a call is told from what happened after it. */
const CALL_MS = MINUTE_MS

/** One user and one server, answering as Discord does. */
export class DiscordMember {
  readonly calls: DiscordCall[] = []
  /** Roles in the order in which they came and went. */
  readonly changes: { gained: boolean; role: string }[] = []
  #nowMs = Date.parse("2026-08-01T00:00:00Z")
  #joinedAt: Date | null

  /** @param joinedAgoMs how long the user has been in the server, negative for after the first call */
  constructor(
    public inServer: boolean,
    public roles: Set<string>,
    joinedAgoMs = 365 * 24 * 60 * MINUTE_MS,
  ) {
    this.#joinedAt = inServer ? new Date(this.#nowMs - joinedAgoMs) : null
  }

  /** When this stay began; null when not in the server. */
  get joinedAt(): Date | null {
    return this.#joinedAt
  }

  /** Comes in by an invite: with no role, and past the plugin. */
  enter(): void {
    this.inServer = true
    this.tick()
    this.#joinedAt = this.now
  }

  get now(): Date {
    return new Date(this.#nowMs)
  }

  /** Time passes between two calls. */
  tick(): void {
    this.#nowMs += CALL_MS
  }

  answer(call: DiscordCall): CallResult {
    this.calls.push(call)
    if (call.kind === "join") {
      return this.#join(call.role_ids)
    }
    if (!this.inServer) {
      return { kind: "not_a_member" }
    }
    switch (call.kind) {
      case "read_member":
        return { kind: "member", member: this.#facts() }
      case "add_role":
        this.#become([...this.roles, call.role_id])
        return { kind: "changed", member: null }
      case "remove_role":
        this.#become([...this.roles].filter((role) => role !== call.role_id))
        return { kind: "changed", member: null }
      case "set_roles":
        this.#become(call.role_ids)
        return { kind: "changed", member: this.#facts() }
      case "kick":
        this.leave()
        return { kind: "kicked" }
    }
  }

  /** Leaving a server takes every role with it. */
  leave(): void {
    this.inServer = false
    this.#joinedAt = null
    this.#become([])
  }

  #join(roleIds: string[]): CallResult {
    if (this.inServer) {
      return { kind: "already_member" }
    }
    this.inServer = true
    this.#joinedAt = this.now
    this.#become(roleIds)
    return { kind: "joined", member: this.#facts() }
  }

  #facts(): MemberFacts {
    return {
      role_ids: [...this.roles],
      joined_at: this.#joinedAt,
      pending: false,
      user: null,
    }
  }

  /** A replacement is atomic: what it gives does not come after what it takes. */
  #become(roleIds: string[]): void {
    const next = new Set(roleIds)
    next.forEach((role) => !this.roles.has(role) && this.changes.push({ gained: true, role }))
    this.roles.forEach((role) => !next.has(role) && this.changes.push({ gained: false, role }))
    this.roles = next
  }
}

/** A role that a call took from the member, and what the plugin knew of it when it sent that call. */
export interface Taken {
  role: string
  entry: LedgerEntry | undefined
  wanted: boolean
}

export interface Ending {
  state: MemberState
  end: "done" | "wait_for_join" | "stopped"
  /** Roles taken one by one or by a replacement. A kick takes all there are, and is not listed. */
  taken: Taken[]
}

/** How a call loses its answer: before Discord got it, or after Discord carried it out. */
export type Loss = "unsent" | "carried_out"

interface Luck {
  /** What becomes of the first calls; null and later ones are answered. */
  losses?: readonly (Loss | null)[]
  /** Whether the run stops at its first loss; else it begins anew from what was kept, as the next attempt does. */
  stops?: boolean
  maxSteps: number
}

/** Runs the plan to its end, as the engine does: announces, calls, and keeps what each answer taught. */
export function runPlan(start: MemberState, discord: DiscordMember, luck: Luck): Ending {
  const losses = [...(luck.losses ?? [])]
  const taken: Taken[] = []
  let state = anew(start)
  for (let steps = 0; steps <= luck.maxSteps; steps++) {
    const step = nextStep(state)
    switch (step.kind) {
      case "done":
      case "wait_for_join":
        return { state, end: step.kind, taken }
      case "adopt":
      case "forget":
        state = moved(state, step)
        break
      case "spare":
        state = { ...state, rules: { ...state.rules, kick: false } }
        break
      case "call": {
        discord.tick()
        const announced = announce(state, step.call, discord.now)
        const loss = losses.shift() ?? null
        const before = [...discord.roles]
        const result = loss === "unsent" ? null : discord.answer(step.call)
        if (step.call.kind !== "kick") {
          taken.push(...lost(before, discord, announced))
        }
        if (result && loss === null) {
          state = learnt(state, announced, step.call, result)
        } else if (luck.stops) {
          return { state: announced, end: "stopped", taken }
        } else {
          state = anew(announced)
        }
      }
    }
  }
  throw new Error(`The plan did not end within ${luck.maxSteps} steps`)
}

/** The next run knows what was written down, and has read nothing yet. Who was absent may be back. */
function anew(state: MemberState): MemberState {
  return { ...state, fresh: false, in_server: state.in_server || null }
}

function learnt(
  settled: MemberState,
  announced: MemberState,
  call: DiscordCall,
  result: CallResult,
): MemberState {
  const next = afterCall(announced, call, result)
  // This join did nothing: only one before it can have brought the member in.
  return result.kind === "already_member" ? { ...next, pending_join: settled.pending_join } : next
}

function lost(before: string[], discord: DiscordMember, state: MemberState): Taken[] {
  return before
    .filter((role) => !discord.roles.has(role))
    .map((role) => ({ role, entry: state.ledger.get(role), wanted: state.desired.has(role) }))
}

function moved(state: MemberState, step: Step & { kind: "adopt" | "forget" }): MemberState {
  const ledger = new Map(state.ledger)
  for (const role of step.role_ids) {
    if (step.kind === "adopt") {
      ledger.set(role, { origin: "adopted", confirmed: true })
    } else {
      ledger.delete(role)
    }
  }
  return { ...state, ledger }
}
