import { saysAway } from "./run/error-owner.rules"
import type { DiscordCall } from "./run/plan.rules"
import { NO_TOKEN, type CallAnswer } from "./run/calls"
import { CircuitBreaker, type Held } from "./circuit-breaker"

export const CIRCUIT_KINDS = ["join", "read", "role", "patch", "kick"] as const
export type CircuitKind = (typeof CIRCUIT_KINDS)[number]

type Sent = CallAnswer | typeof NO_TOKEN

const KIND_OF_CALL: Record<DiscordCall["kind"], CircuitKind> = {
  join: "join",
  read_member: "read",
  add_role: "role",
  remove_role: "role",
  set_roles: "patch",
  kick: "kick",
}

/** What a run sends its calls through. */
export interface Gate {
  send: (whose: string, call: DiscordCall, send: () => Promise<Sent>) => Promise<Sent | Held>
}

/**
 * One server's circuit breakers, one for each kind of call: a Discord that brings nobody in may still give roles, and who
 * needs a role must not wait for who needs to be brought in.
 */
export class Circuits {
  readonly #breakers: Record<CircuitKind, CircuitBreaker>
  readonly #onOpen: (kind: CircuitKind) => void

  /**
   * @param maxMs longest pause between two tries of one kind
   * @param onOpen told once when trouble begins
   */
  constructor(maxMs: number, onOpen: (kind: CircuitKind) => void) {
    const breaker = () => new CircuitBreaker(maxMs)
    this.#onOpen = onOpen
    this.#breakers = {
      join: breaker(),
      read: breaker(),
      role: breaker(),
      patch: breaker(),
      kick: breaker(),
    }
  }

  /**
   * Does a piece of work when one of the kinds of call it can begin with may go. While none may, it waits for the last.
   *
   * @param kinds the usual one first
   * @param work told whose call failed last, if it is to find out for all
   */
  async over<T>(
    kinds: readonly [CircuitKind] | readonly [CircuitKind, CircuitKind],
    work: (gate: Gate, suspect: string | null) => Promise<T>,
  ): Promise<T> {
    const last = kinds[1] ?? kinds[0]
    if (kinds.some((kind) => !this.#breakers[kind].isOpen)) {
      return work(this.#gate(kinds.length === 1 ? last : null), null)
    }
    const breaker = this.#breakers[last]
    return breaker.over(() => work(this.#gate(last), breaker.suspect))
  }

  /** For work that waits for no kind of call. */
  gate(): Gate {
    return this.#gate(null)
  }

  /** Which kinds of call are held back now. */
  get open(): CircuitKind[] {
    return CIRCUIT_KINDS.filter((kind) => this.#breakers[kind].isOpen)
  }

  end(): void {
    Object.values(this.#breakers).forEach((breaker) => breaker.end())
  }

  /** @param entered the kind whose turn was waited for already */
  #gate(entered: CircuitKind | null): Gate {
    return {
      send: async (whose, { kind: call }, send) => {
        const kind = KIND_OF_CALL[call]
        const breaker = this.#breakers[kind]
        const sendAndReport = async () => {
          const sent = await send()
          if (breaker.report(isAway(sent), whose)) {
            this.#onOpen(kind)
          }
          return sent
        }
        return kind === entered ? sendAndReport() : breaker.ifOver(sendAndReport)
      },
    }
  }
}

export function isHeld(sent: Sent | Held): sent is Held {
  return typeof sent === "object" && "held_ms" in sent
}

function isAway(sent: Sent): boolean {
  return sent !== NO_TOKEN && !sent.ok && saysAway(sent.failure)
}
