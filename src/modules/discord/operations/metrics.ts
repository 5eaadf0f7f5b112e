import {
  metrics,
  type BatchObservableCallback,
  type Meter,
  type Observable,
} from "@opentelemetry/api"
import { readSweep } from "../chore/chore-silence.store"
import type { ModuleDeps } from "../deps"
import { PLUGIN_VERSION } from "../discord-api/rest"
import type { SyncEngine } from "../engine/engine"
import { PRIORITY } from "../statuses.rules"
import { outcomeOf } from "./metrics.rules"
import { readOrderLag, readQueue, readReconcileAge } from "./metrics.store"

const METER = "medusa-plugin-discord-roles"
const PRIORITY_NAMES = new Map(
  Object.entries(PRIORITY).map(([name, priority]) => [priority, name] as const),
)

/** A gauge that is read when somebody collects. */
const gauges = (meter: Meter) => {
  const gauge = (name: string, unit: string, description: string) =>
    meter.createObservableGauge(`discord_roles.${name}`, { unit, description })
  return {
    depth: gauge("queue.depth", "{member}", "Members with work that is due"),
    oldest: gauge("queue.oldest_due", "s", "How long the first of them has been due"),
    median: gauge("order_to_role.median", "s", "From an order to its role, last five minutes"),
    longest: gauge("order_to_role.longest", "s", "The longest of these"),
    sweep: gauge("sweep.age", "s", "Since the regular work was last done"),
    reconcile: gauge("reconcile.age", "s", "Since a reconcile was last completed"),
    circuits: gauge("circuits.open", "{circuit}", "Kinds of call held back while Discord is away"),
    halted: gauge("halted", "1", "1 while the bot does no work: Discord refuses its token"),
    barred: gauge("address_barred", "1", "1 while Discord's edge refuses this address"),
  }
}

const callCounter = (meter: Meter) => {
  const description = "Calls to Discord that have ended"
  return meter.createCounter("discord_roles.calls", { unit: "{call}", description })
}

/**
 * Figures for whatever OpenTelemetry SDK the store runs; without one they cost nothing, since nobody collects. What is read from the
 * database is the store's, and the same from each process; the rest is this process's own.
 */
export class Metrics {
  readonly #deps: Pick<ModuleDeps, "db" | "calls" | "limits">
  readonly #engine: Pick<SyncEngine, "openCircuits" | "haltReason">
  #end: () => void = () => undefined

  constructor(
    deps: Pick<ModuleDeps, "db" | "calls" | "limits">,
    engine: Pick<SyncEngine, "openCircuits" | "haltReason">,
  ) {
    this.#deps = deps
    this.#engine = engine
  }

  /** When the store's SDK is registered: instruments made before it would count for nobody. */
  start(): void {
    const meter = metrics.getMeter(METER, PLUGIN_VERSION)
    const calls = callCounter(meter)
    const stopListening = this.#deps.calls.listen(({ method, route, status }) =>
      calls.add(1, {
        "http.request.method": method,
        "http.route": route,
        outcome: outcomeOf(status),
        ...(status !== null && { "http.response.status_code": status }),
      }),
    )
    const read = gauges(meter)
    const all: Observable[] = Object.values(read)
    const observe: BatchObservableCallback = (result) => this.#observe(read, result)
    meter.addBatchObservableCallback(observe, all)
    this.#end = () => {
      stopListening()
      meter.removeBatchObservableCallback(observe, all)
    }
  }

  stop(): void {
    this.#end()
  }

  async #observe(
    read: ReturnType<typeof gauges>,
    result: Parameters<BatchObservableCallback>[0],
  ): Promise<void> {
    const { db, limits } = this.#deps
    const { haltReason } = this.#engine
    result.observe(read.halted, haltReason === null ? 0 : 1)
    result.observe(read.barred, limits.bar.isUp(Date.now()) ? 1 : 0)
    for (const [kind, count] of this.#engine.openCircuits()) {
      result.observe(read.circuits, count, { kind })
    }
    const [queue, lag, sweep, reconcile] = await Promise.all([
      readQueue(db),
      readOrderLag(db, "5 minutes"),
      readSweep(db),
      readReconcileAge(db),
    ])
    for (const { priority, depth, oldest_s } of queue) {
      const attributes = { priority: PRIORITY_NAMES.get(priority) ?? String(priority) }
      result.observe(read.depth, depth, attributes)
      result.observe(read.oldest, oldest_s, attributes)
    }
    if (lag) {
      result.observe(read.median, lag.median_s)
      result.observe(read.longest, lag.longest_s)
    }
    result.observe(read.sweep, sweep.ms / 1000)
    if (reconcile !== null) {
      result.observe(read.reconcile, reconcile)
    }
  }
}
