import { PRIORITY } from "../statuses.rules"
import { claimDue, nextDue, type Claim, type NextDue, type Presence } from "./work.store"
import { type ProbedBy } from "../server/server-pause.store"
import { replayParked } from "../server/server.store"
import { Circuits, type CircuitKind, type Gate } from "./circuits"
import { WorkerPool } from "./worker-pool"
import { messageOf, type SyncDeps, type SyncTimes } from "./deps"
import type { Incidents } from "./run/diagnosis"
import { LANES, type Held } from "./leases"
import { Loop } from "./loop"
import { probe } from "./probe"
import { passes } from "../db/database-failure.rules"
import { workOn } from "./run/work-on"

type Urgency = "customers" | "others"

/**
 * Memberships that are worked on side by side in one server: with a customer waiting, and all others. By where the member is,
 * so that who needs a role waits for nobody who needs to be brought in. Who is out has been looked at, and waits for joins
 * alone.
 */
const WIDTHS: Record<Presence, Record<Urgency, number>> = {
  inside: { customers: 4, others: 8 },
  unseen: { customers: 4, others: 4 },
  outside: { customers: 2, others: 2 },
}
/** The calls that work on a member begins with, the usual one first: while Discord is away for all of them, none is begun. */
const FIRST_CALLS: Record<Presence, readonly [CircuitKind] | readonly [CircuitKind, CircuitKind]> =
  {
    inside: ["role"],
    unseen: ["join", "read"],
    outside: ["join"],
  }
const PRESENCES: readonly Presence[] = ["inside", "unseen", "outside"]
const RANGES: Record<Urgency, Pick<Claim, "most_urgent" | "least_urgent">> = {
  customers: { most_urgent: PRIORITY.customer, least_urgent: PRIORITY.customer },
  others: { most_urgent: PRIORITY.change, least_urgent: PRIORITY.bulk },
}
/** How often a busy lane looks for what another kind of worker left to do. */
const LOOK_MS = 1_000
/** Longest sleep of a lane's own alarm; the sweep finds what lies further off. */
const MAX_ALARM_MS = 60_000
/** Timers may fire a little early, and would find nothing due. */
const ALARM_SLACK_MS = 5
/** Before work that failed in the database is tried again. */
const AFTER_TROUBLE_MS = 1_000

export interface LaneContext {
  deps: SyncDeps
  incidents: Incidents
  times: SyncTimes
  /** Whether the bot may not work at all now. */
  isHalted: () => boolean
  /** Whether this process works on what no customer waits for. */
  worksInBulk: () => boolean
  /** Told when this process begins such work on a server. */
  tookLane: () => void
}

/**
 * All work on one server, in this process. Discord's limits are per server, so one process at a time does its bulk work, by a
 * lease in the database. A customer is served by whichever process knows of them: they wait for nobody's bulk work.
 */
export class Lane {
  readonly #context: LaneContext
  readonly #serverId: string
  readonly #circuits: Circuits
  readonly #customers = this.#pools("customers")
  readonly #others = this.#pools("others")
  readonly #loops = [
    new Loop(() => this.#while(() => this.#serveCustomers())),
    new Loop(() => this.#while(() => this.#workInBulk())),
    new Loop(() => this.tryAgain("work")),
  ]
  readonly #trials = new Set<Promise<void>>()
  #held: Held | null = null
  #isElsewhere = false
  #stopped = false
  #alarm: NodeJS.Timeout | undefined

  constructor(context: LaneContext, serverId: string) {
    this.#context = context
    this.#serverId = serverId
    this.#circuits = new Circuits(context.times.holdMaxMs, (kind) =>
      context.deps.logger.warn(
        `discord: no answer from Discord for server ${serverId} (${kind}); its members wait and are tried again`,
      ),
    )
  }

  /** Whether another process was at this server's bulk work when there was some: worth a look when it has ended. */
  get isElsewhere(): boolean {
    return this.#isElsewhere
  }

  /** Which kinds of call wait for Discord to answer again. */
  get openCircuits(): CircuitKind[] {
    return this.#circuits.open
  }

  /** Works until nothing is due. A wake during the work is looked after at once. */
  wake(): void {
    if (!this.#stopped) {
      clearTimeout(this.#alarm)
      this.#startWorkers()
      this.#loops.forEach((loop) => loop.wake())
    }
  }

  /** Tries one call if the server is paused because of a refusal, and goes on if it succeeds. @param by who wants to know */
  async tryAgain(by: ProbedBy): Promise<void> {
    const trial = this.#tryAgain(by)
    this.#trials.add(trial)
    await trial.finally(() => this.#trials.delete(trial))
  }

  async #tryAgain(by: ProbedBy): Promise<void> {
    const { deps } = this.#context
    try {
      if (
        this.#mayWork() &&
        (await probe(this.#context, this.#serverId, this.#circuits.gate(), by))
      ) {
        deps.logger.info(`discord: server ${this.#serverId} goes on`)
        await replayParked(deps.db, this.#serverId)
        this.wake()
      }
    } catch (error) {
      this.#tell("was not tried", error)
    }
  }

  /** Resolves when the work in hand is recorded or given back. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#alarm)
    this.#circuits.end()
    await this.idle()
  }

  async idle(): Promise<void> {
    await Promise.all([...this.#loops.map((loop) => loop.idle()), ...this.#trials])
  }

  /** Does one kind of work, and sees to it that what comes due later is come back to. */
  async #while(work: () => Promise<NextDue | null>): Promise<void> {
    let next: NextDue | null = null
    let pause = 0
    try {
      if (this.#mayWork()) {
        next = await work()
      }
    } catch (error) {
      // Rows stay due: the alarm comes back to them.
      this.#tell("is left", error)
      pause = AFTER_TROUBLE_MS
    }
    await this.#setAlarm(next, pause).catch((error: unknown) => this.#tell("has no alarm", error))
  }

  /** Of a database that is out of reach the watch tells, once for all servers. */
  #tell(what: string, error: unknown): void {
    if (!passes(error)) {
      this.#context.deps.logger.warn(
        `discord: server ${this.#serverId} ${what}: ${messageOf(error)}`,
      )
    }
  }

  async #serveCustomers(): Promise<null> {
    await this.#drain(this.#customers)
    return null
  }

  /** Works on what no customer waits for, unless another process does. @returns what is due when, if it has not changed */
  async #workInBulk(): Promise<NextDue | null> {
    const { deps, worksInBulk, tookLane } = this.#context
    this.#isElsewhere = false
    const next = await nextDue(deps.db, this.#serverId)
    if (!worksInBulk() || next.others !== 0) {
      return next
    }
    this.#held = await deps.leases.take(LANES.leaseOf(this.#serverId))
    if (!this.#held) {
      this.#isElsewhere = true
      return next
    }
    tookLane()
    try {
      await this.#drain(this.#others)
    } finally {
      const held = this.#held
      this.#held = null
      await held.giveBack()
    }
    return null
  }

  /** Works until nothing is left for these, and no worker is at it any more. */
  async #drain(pools: readonly WorkerPool[]): Promise<void> {
    const look = setInterval(() => call(pools), LOOK_MS)
    try {
      call(pools)
      await allDone(pools)
    } finally {
      clearInterval(look)
    }
  }

  #pools(urgency: Urgency): WorkerPool[] {
    return PRESENCES.map(
      (presence) =>
        new WorkerPool(WIDTHS[presence][urgency], () =>
          this.#circuits.over(FIRST_CALLS[presence], (gate, except) =>
            this.#takeOne(urgency, { presence, except }, gate),
          ),
        ),
    )
  }

  #startWorkers(): void {
    call(this.#customers)
    if (this.#held) {
      call(this.#others)
    }
  }

  #mayWork(): boolean {
    return !this.#stopped && !this.#context.isHalted()
  }

  #mayTake(urgency: Urgency): boolean {
    return this.#mayWork() && (urgency === "customers" || this.#held?.isHeld() === true)
  }

  /** Takes one membership and brings it up to date. @returns whether there was one */
  async #takeOne(
    urgency: Urgency,
    which: Pick<Claim, "presence" | "except">,
    gate: Gate,
  ): Promise<boolean> {
    const { deps, times } = this.#context
    if (!this.#mayTake(urgency)) {
      return false
    }
    const [claimed] = await claimDue(deps.db, {
      server_id: this.#serverId,
      lease_ms: times.leaseMs,
      limit: 1,
      ...RANGES[urgency],
      ...which,
    })
    if (claimed) {
      await deps.leases.keeping(claimed, () => workOn(this.#context, claimed, gate))
    }
    return claimed !== undefined
  }

  /** Bulk work that somebody is at is theirs to come back to: another process, or this one's own workers. */
  async #setAlarm(next: NextDue | null, pauseMs: number): Promise<void> {
    const { deps, worksInBulk } = this.#context
    if (!this.#mayWork()) {
      return
    }
    const { customers, others } = next ?? (await nextDue(deps.db, this.#serverId))
    const isOthersIdle = worksInBulk() && !this.#isElsewhere && !this.#held
    const times = [customers, isOthersIdle ? others : null]
    const known = times.filter((ms): ms is number => ms !== null)
    if (known.length > 0 && !this.#stopped) {
      const ms = Math.max(pauseMs, Math.min(...known, MAX_ALARM_MS)) + ALARM_SLACK_MS
      clearTimeout(this.#alarm)
      this.#alarm = setTimeout(() => this.wake(), ms)
      this.#alarm.unref()
    }
  }
}

function call(pools: readonly WorkerPool[]): void {
  pools.forEach((pool) => pool.call())
}

/** Resolves when none is left, however it ended; then throws what stopped the first that failed. */
async function allDone(pools: readonly WorkerPool[]): Promise<void> {
  const ends = await Promise.allSettled(pools.map((pool) => pool.done()))
  const failed = ends.find((end) => end.status === "rejected")
  if (failed) {
    throw failed.reason
  }
}
