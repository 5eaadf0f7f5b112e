import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { Db } from "../db/db"
import { impatient } from "../db/impatient"
import { dropLease, renewLeases, takeLease, type RowLease } from "./lease.store"

/** Signs of life in the time that a lease holds: two may be missed. */
const BEATS = 3
/** Between two tries for a lease that somebody waits for. */
const TRY_AGAIN_MS = 50

const LANE = "lane:"
/** The leases of servers' lanes, and the server each is for. */
export const LANES = {
  prefix: LANE,
  leaseOf: (serverId: string): string => LANE + serverId,
  serverOf: (leaseId: string): string => leaseId.slice(LANE.length),
}

/** Something this process has for itself. */
export interface Held {
  /** Whether it still has it. False at the latest when another process may have taken it. */
  isHeld: () => boolean
  /** Others may take it at once. */
  giveBack: () => Promise<void>
}

/**
 * What this process has for itself, with one heartbeat for all of it. Rows of the database rather than its advisory locks: those
 * take a connection of their own, do not pass a pooler such as pgbouncer, and outlive a machine that lost power until TCP notices.
 */
export class Leases {
  readonly owner = randomUUID()
  readonly #db: Db
  readonly #leaseMs: number
  /** Until when each surely is ours, by this process's own clock. */
  readonly #held = new Map<string, { until: number }>()
  readonly #rows = new Map<string, RowLease & { until: number }>()
  #timer: NodeJS.Timeout | undefined
  #isBeating = false

  /** @param leaseMs how long a lease outlives the process that had it */
  constructor(db: Db, leaseMs: number) {
    this.#db = impatient(db)
    this.#leaseMs = leaseMs
  }

  get leaseMs(): number {
    return this.#leaseMs
  }

  /** @returns null while somebody has it, in this process or another */
  async take(id: string): Promise<Held | null> {
    const asked = performance.now()
    const lease = { id, owner: this.owner, lease_ms: this.#leaseMs }
    return (await takeLease(this.#db, lease))
      ? this.adopt(id, asked, () => dropLease(this.#db, id, this.owner))
      : null
  }

  /** Keeps alive what was taken otherwise. @param asked when that was begun, by `performance.now()` */
  adopt(id: string, asked: number, giveBack: () => Promise<void>): Held {
    const held = { until: asked + this.#leaseMs }
    this.#held.set(id, held)
    this.#beatOn()
    return {
      isHeld: () => held.until > performance.now(),
      giveBack: async () => {
        // Lost, and taken anew by another part of this process: theirs now.
        if (this.#held.get(id) === held) {
          this.#held.delete(id)
          await giveBack()
        }
      },
    }
  }

  /**
   * Does a job that one process at a time may do.
   *
   * @param patienceMs how long to wait for who is at it
   * @returns null when somebody else still is
   * @throws what the job throws
   */
  async alone<Result>(
    id: string,
    job: (isHeld: () => boolean) => Promise<Result>,
    patienceMs = 0,
  ): Promise<{ result: Result } | null> {
    const deadline = performance.now() + patienceMs
    for (;;) {
      const held = await this.take(id)
      if (held) {
        try {
          return { result: await job(held.isHeld) }
        } finally {
          await held.giveBack()
        }
      }
      if (performance.now() >= deadline) {
        return null
      }
      await sleep(TRY_AGAIN_MS)
    }
  }

  /** Keeps a claim on a row alive while `work` is at it. */
  async keeping<Result>(row: RowLease, work: () => Promise<Result>): Promise<Result> {
    this.#rows.set(row.lease_id, { ...row, until: performance.now() + this.#leaseMs })
    this.#beatOn()
    try {
      return await work()
    } finally {
      this.#rows.delete(row.lease_id)
    }
  }

  /** Whether a claim surely is this process's still. When not, the row itself knows. */
  isFresh(leaseId: string): boolean {
    return (this.#rows.get(leaseId)?.until ?? 0) > performance.now()
  }

  #beatOn(): void {
    if (this.#timer === undefined) {
      this.#timer = setInterval(() => void this.#beat(), this.#leaseMs / BEATS)
      this.#timer.unref()
    }
  }

  async #beat(): Promise<void> {
    if (this.#held.size + this.#rows.size === 0) {
      clearInterval(this.#timer)
      this.#timer = undefined
      return
    }
    if (this.#isBeating) {
      return
    }
    this.#isBeating = true
    try {
      await this.#renew()
    } catch {
      // The database is out of reach: what is held ends by itself, unless the next beat comes through in time.
    } finally {
      this.#isBeating = false
    }
  }

  async #renew(): Promise<void> {
    const asked = performance.now()
    const claims = [...this.#rows.values()]
    const renewed = await renewLeases(this.#db, {
      owner: this.owner,
      lease_ms: this.#leaseMs,
      ids: [...this.#held.keys()],
      row_ids: claims.map(({ id }) => id),
      row_lease_ids: claims.map(({ lease_id }) => lease_id),
    })
    for (const id of renewed) {
      const ours = this.#rows.get(id) ?? this.#held.get(id)
      if (ours) {
        ours.until = asked + this.#leaseMs
      }
    }
  }
}
