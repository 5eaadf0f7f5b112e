import type { MedusaContainer } from "@medusajs/framework/types"
import { CHORE, isOverdue, leastGapMs, LONGEST_TURN_MS } from "./chores.rules"
import { impatient } from "../db/impatient"
import { beginChore, endChore, noteChores, readChores } from "../engine/lease.store"
import { knownChores, type Chore } from "./chore-registry"
import { messageOf, type SyncDeps } from "../engine/deps"

/** How often a process looks for chores that nobody has begun. */
const TICK_MS = 3_000
/** Between two tries for a chore that somebody else is at. */
const TRY_AGAIN_MS = 100
/** How long whoever wants a chore done now waits for another who is at it. */
const PATIENCE_MS = 60_000

/** A chore that this process is at. */
interface Turn {
  /** Whether it was done: else it is worth another try in its turn. */
  isDone: boolean
  giveBack: () => Promise<void>
}

export interface ClockWork {
  /** What there is to do, asked anew each time; what the store's jobs made known when left out. */
  chores?: () => readonly Chore[]
  container: MedusaContainer
  /** What this process has to do for itself alone. */
  ownTurn: () => Promise<unknown>
  tickMs?: number
  longestTurnMs?: number
}

/**
 * The engine's own clock. Medusa's scheduler keeps its schedules in Redis, where they can be lost: what it does not begin in time is
 * begun from here. A row for each chore says when it last began, so that all processes together do it once.
 */
export class Clock {
  readonly #deps: Pick<SyncDeps, "db" | "leases" | "logger">
  readonly #work: ClockWork
  #timer: NodeJS.Timeout | undefined
  #isLooking = false
  #isStopped = false

  constructor(deps: Pick<SyncDeps, "db" | "leases" | "logger">, work: ClockWork) {
    this.#deps = { ...deps, db: impatient(deps.db) }
    this.#work = work
  }

  start(): void {
    if (this.#timer === undefined && !this.#isStopped) {
      this.#timer = setInterval(() => void this.#look(), this.#work.tickMs ?? TICK_MS)
      this.#timer.unref()
    }
  }

  stop(): void {
    this.#isStopped = true
    clearInterval(this.#timer)
  }

  /**
   * The scheduler's turn: nothing when it was just begun, here or elsewhere, or the database is out of reach, of which the engine's
   * watch tells once.
   *
   * @throws what the chore throws, in words: Medusa logs them as they are, and a statement with what it is about is none of the log's
   */
  async onSchedule(chore: Chore): Promise<boolean> {
    const held = await this.#take(chore, leastGapMs(chore.everyMs)).catch(() => null)
    try {
      return held !== null && (await this.#run(chore, held))
    } catch (error) {
      throw new Error(failed(chore, error), { cause: error })
    }
  }

  /** Does a chore though it is not its time. Waits for another process that is at it. @throws what the chore throws */
  async now(chore: Chore): Promise<boolean> {
    const deadline = performance.now() + PATIENCE_MS
    while (!(await this.#begin(chore, 0))) {
      if (performance.now() > deadline) {
        return false
      }
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
    }
    return true
  }

  /** @returns whether it was its turn */
  async #begin(chore: Chore, gapMs: number): Promise<boolean> {
    const held = await this.#take(chore, gapMs)
    return held !== null && this.#run(chore, held)
  }

  /** @returns null when it is not its turn */
  async #take({ name, everyMs: every_ms }: Chore, gapMs: number): Promise<Turn | null> {
    const { db, leases } = this.#deps
    const { owner, leaseMs: lease_ms } = leases
    const id = CHORE + name
    const asked = performance.now()
    if (!(await beginChore(db, { id, owner, lease_ms, gap_ms: gapMs, every_ms }))) {
      return null
    }
    const turn = { isDone: false }
    const held = leases.adopt(id, asked, () => endChore(db, { id, owner, isDone: turn.isDone }))
    return Object.assign(turn, { giveBack: held.giveBack })
  }

  /** One that does not come to an end is let go of, so that it comes to its next turn: it can be begun twice like any other. */
  async #run(chore: Chore, turn: Turn): Promise<true> {
    const longestMs = this.#work.longestTurnMs ?? LONGEST_TURN_MS
    try {
      const work = chore.run(this.#work.container)
      await (chore.mayTakeHours ? work : inTime(work, longestMs))
      turn.isDone = true
    } finally {
      await turn.giveBack()
    }
    return true
  }

  async #look(): Promise<void> {
    if (this.#isLooking) {
      return
    }
    this.#isLooking = true
    try {
      await this.#work.ownTurn()
      await this.#beginOverdue()
    } catch {
      // The database is out of reach: the engine's watch tells of it.
    } finally {
      this.#isLooking = false
    }
  }

  async #beginOverdue(): Promise<void> {
    const { db, leases } = this.#deps
    const chores = (this.#work.chores ?? knownChores)()
    if (chores.length === 0 || this.#isStopped) {
      return
    }
    const states = new Map((await readChores(db, CHORE)).map((state) => [state.id, state]))
    const unheard = chores.map(({ name }) => CHORE + name).filter((id) => !states.has(id))
    if (unheard.length > 0) {
      await noteChores(db, unheard, leases.owner)
    }
    for (const chore of chores) {
      if (isOverdue(chore.everyMs, states.get(CHORE + chore.name)) && !this.#isStopped) {
        // Side by side: reading a long history must not hold up the ends of access.
        void this.#beginAlone(chore)
      }
    }
  }

  async #beginAlone(chore: Chore): Promise<void> {
    try {
      await this.#begin(chore, chore.everyMs)
    } catch (error) {
      this.#deps.logger.warn(failed(chore, error))
    }
  }
}

function failed({ name }: Chore, error: unknown): string {
  return `discord: ${name} failed, it is done again in its turn: ${messageOf(error)}`
}

/** @throws when it takes longer, whatever becomes of it then */
async function inTime(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error("it did not come to an end, and is left to itself")),
      limitMs,
    )
    timer.unref()
  })
  try {
    await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
