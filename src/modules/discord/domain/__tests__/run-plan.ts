import { addedBy, afterCall, type CallResult } from "../outcome"
import { nextStep, type DiscordCall, type LedgerEntry, type MemberState, type Step } from "../plan"

/** One user and one server, answering as Discord does. */
export class DiscordMember {
  readonly calls: DiscordCall[] = []
  /** Roles in the order in which they came and went. */
  readonly changes: { gained: boolean; role: string }[] = []
  #joinedAt: Date | null

  constructor(
    public inServer: boolean,
    public roles: Set<string>,
  ) {
    this.#joinedAt = inServer ? new Date("2020-01-01") : null
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
        return { kind: "changed", role_ids: null }
      case "remove_role":
        this.#become([...this.roles].filter((role) => role !== call.role_id))
        return { kind: "changed", role_ids: null }
      case "set_roles":
        this.#become(call.role_ids)
        return { kind: "changed", role_ids: [...this.roles] }
    }
  }

  #join(roleIds: string[]): CallResult {
    if (this.inServer) {
      return { kind: "already_member" }
    }
    this.inServer = true
    this.#joinedAt = new Date()
    this.#become(roleIds)
    return { kind: "joined", member: this.#facts() }
  }

  #facts() {
    return { role_ids: [...this.roles], joined_at: this.#joinedAt }
  }

  /** A replacement is atomic: what it gives does not come after what it takes. */
  #become(roleIds: string[]): void {
    const next = new Set(roleIds)
    next.forEach((role) => !this.roles.has(role) && this.changes.push({ gained: true, role }))
    this.roles.forEach((role) => !next.has(role) && this.changes.push({ gained: false, role }))
    this.roles = next
  }
}

/** What the engine keeps of a membership from one run to the next. */
export interface Kept {
  state: MemberState
  joinSentAt: Date | null
}

export interface Ending extends Kept {
  end: "done" | "wait_for_join" | "stopped"
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
export function runPlan(start: Kept, discord: DiscordMember, luck: Luck): Ending {
  const losses = [...(luck.losses ?? [])]
  let kept: Kept = start
  for (let steps = 0; steps <= luck.maxSteps; steps++) {
    const step = nextStep(kept.state)
    switch (step.kind) {
      case "done":
      case "wait_for_join":
        return { ...kept, end: step.kind }
      case "adopt":
      case "forget":
        kept = { ...kept, state: moved(kept.state, step) }
        break
      case "call": {
        const announced = announce(kept, step.call)
        const loss = losses.shift() ?? null
        const result = loss === "unsent" ? null : discord.answer(step.call)
        if (result && loss === null) {
          kept = learn(announced, step.call, result)
        } else if (luck.stops) {
          return { ...anew(announced), end: "stopped" }
        } else {
          kept = anew(announced)
        }
      }
    }
  }
  throw new Error(`The plan did not end within ${luck.maxSteps} steps`)
}

/** The next attempt knows what was written down, and has read nothing yet. */
function anew({ state, joinSentAt }: Kept): Kept {
  return { state: { ...state, fresh: false }, joinSentAt }
}

function moved(state: MemberState, step: Step & { kind: "adopt" | "forget" }): MemberState {
  return withLedger(
    state,
    step.role_ids,
    step.kind === "adopt" ? { origin: "adopted", confirmed: true } : null,
  )
}

function announce({ state, joinSentAt }: Kept, call: DiscordCall): Kept {
  const fresh = addedBy(call).filter((role) => !state.ledger.has(role))
  return {
    state: withLedger(state, fresh, { origin: "granted", confirmed: false }),
    joinSentAt: call.kind === "join" ? (joinSentAt ?? new Date()) : joinSentAt,
  }
}

function learn({ state, joinSentAt }: Kept, call: DiscordCall, result: CallResult): Kept {
  const settled = ["joined", "member", "not_a_member"].includes(result.kind)
  return {
    state: afterCall(state, call, result, { join_sent_at: joinSentAt }),
    joinSentAt: settled ? null : joinSentAt,
  }
}

function withLedger(state: MemberState, roles: string[], entry: LedgerEntry | null): MemberState {
  const ledger = new Map(state.ledger)
  roles.forEach((role) => (entry ? ledger.set(role, entry) : ledger.delete(role)))
  return { ...state, ledger }
}
