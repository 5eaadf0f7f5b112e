import type { Db } from "../db/db"
import { adoptGuest, customersLinkedSince, type ProvenGuest } from "./guests.store"
import { Watermark } from "../chore/watermark.store"

/** Guests who turn out to be registered customers: told by an e-mail address that was verified. */
export class ProvenGuests {
  readonly #db: Db
  /** How far the sweep over connections and verifications has come. */
  readonly watermark: Watermark

  constructor(db: Db) {
    this.#db = db
    this.watermark = new Watermark(db, "proven_guests")
  }

  /** @returns the servers that have work now; @see adoptGuest */
  async adopt(guests: readonly ProvenGuest[]): Promise<string[]> {
    const servers = new Set<string>()
    for (const guest of guests) {
      const marked = await adoptGuest(this.#db, guest)
      marked.forEach((id) => servers.add(id))
    }
    return [...servers]
  }

  /** @see customersLinkedSince */
  async customersLinkedSince(
    since: Date,
    page: { after: string; limit: number },
  ): Promise<string[]> {
    return customersLinkedSince(this.#db, since, page)
  }
}
