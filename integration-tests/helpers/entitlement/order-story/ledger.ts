import type { RoleName } from "../../server/discord"

/** Whose an order is: a person of the story, by their customer's id; null = some guest. */
export type Owner = string | null

interface Line {
  order: string
  plan: RoleName
  bought: number
  /** Pieces that came back, or that a claim wrote off. */
  gone: number
}

/**
 * What a shopkeeper would write down as things happen, in pieces and in owners. It is told of each thing once, by whoever did
 * it, and reads nothing of what Medusa or the plugin made of it.
 */
export class Ledger {
  readonly #owners = new Map<string, Owner>()
  readonly #lines = new Map<string, Line>()
  readonly #unsold = new Set<string>()

  get orders(): string[] {
    return [...this.#owners.keys()]
  }

  sold(order: string, to: Owner): void {
    this.#owners.set(order, to)
  }

  /** A draft, or an order that was cancelled. */
  unsold(order: string): void {
    this.#unsold.add(order)
  }

  /** A draft that became an order. */
  soldAfterAll(order: string): void {
    this.#unsold.delete(order)
  }

  has(lineId: string): boolean {
    return this.#lines.has(lineId)
  }

  added(lineId: string, order: string, plan: RoleName, bought: number): void {
    this.#lines.set(lineId, { order, plan, bought, gone: 0 })
  }

  changed(lineId: string, bought: number): void {
    this.#line(lineId).bought = bought
  }

  gone(lineId: string, pieces: number): void {
    this.#line(lineId).gone += pieces
  }

  ownerOf(order: string): Owner | undefined {
    return this.#owners.get(order)
  }

  /** Plans of an order of which its owner still has a piece, paid or not. */
  plansOf(order: string): RoleName[] {
    if (this.#unsold.has(order)) {
      return []
    }
    const kept = [...this.#lines.values()].filter(
      (line) => line.order === order && line.bought > line.gone,
    )
    return [...new Set(kept.map(({ plan }) => plan))]
  }

  #line(lineId: string): Line {
    const line = this.#lines.get(lineId)
    if (!line) {
      throw new Error(`The ledger knows no line ${lineId}`)
    }
    return line
  }
}
