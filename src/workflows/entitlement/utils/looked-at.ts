/** A row as it was when it was listed. */
export interface ListedRow {
  id: string
  updated_at: Date
}

/**
 * Which rows this process has looked at, as they were then. Sweeps overlap, since a row may become visible long after the time
 * it bears; a row that bears the same time as before needs no second look.
 */
export class LookedAt {
  readonly #times = new Map<string, number>()

  has(table: string, { id, updated_at }: ListedRow): boolean {
    return this.#times.get(`${table}:${id}`) === updated_at.getTime()
  }

  add(table: string, rows: readonly ListedRow[]): void {
    rows.forEach(({ id, updated_at }) => this.#times.set(`${table}:${id}`, updated_at.getTime()))
  }

  /** Forgets what changed before a moment: no sweep comes back to it. */
  forget(before: Date): void {
    for (const [key, time] of this.#times) {
      if (time < before.getTime()) {
        this.#times.delete(key)
      }
    }
  }
}
