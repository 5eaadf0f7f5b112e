import { parseArgs } from "node:util"
import { meets, type Figure, type Measure } from "./figure"
import { buyerWait } from "./figures/buyer-wait"
import { callCounts } from "./figures/call-counts"
import { gatewayRejoin } from "./figures/gateway-rejoin"
import { guildUtilisation } from "./figures/guild-utilisation"
import { idleMinute } from "./figures/idle-minute"
import { manyServers } from "./figures/many-servers"
import { mappingEdit } from "./figures/mapping-edit"
import { memory } from "./figures/memory"
import { orderOverhead, orderOverheadWorkerApart } from "./figures/order-overhead"
import { orderSweep } from "./figures/order-sweep"
import { orderToRole } from "./figures/order-to-role"
import { takeoverAfterKill, twoProcesses } from "./figures/several-processes"
import { reconcile } from "./figures/reconcile"
import { servedBesideRefused } from "./figures/served-beside-refused"
import { soak } from "./figures/soak"
import { onStopRequest } from "../demo/process/stopping"
import { INTERRUPTED } from "./interrupted"
import { Stage } from "./stage"

const FIGURES: Figure[] = [
  orderToRole,
  orderOverhead,
  orderOverheadWorkerApart,
  orderSweep,
  callCounts,
  guildUtilisation,
  manyServers,
  buyerWait,
  servedBesideRefused,
  mappingEdit,
  memory,
  reconcile,
  takeoverAfterKill,
  twoProcesses,
  gatewayRejoin,
  idleMinute,
  soak,
]

/** Measures the plugin, and beside it a bot written as guides teach it. @returns 1 when a target is missed */
async function main(stop: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  })
  const unknown = positionals.filter((name) => FIGURES.every((figure) => figure.name !== name))
  if (unknown.length > 0) {
    const names = FIGURES.map((figure) => figure.name).join(", ")
    throw new Error(`There is no figure ${unknown.join(", ")}. There are: ${names}`)
  }
  const chosen = FIGURES.filter(({ name, isByHand = false }) =>
    positionals.length > 0 ? positionals.includes(name) : !isByHand,
  )
  const measures = await measureAll(chosen, stop, (measure) => {
    if (!values.json) {
      console.log(`${measure.name} ${measure.value} ${measure.unit}`)
    }
  })
  if (values.json) {
    console.log(
      JSON.stringify(Object.fromEntries(measures.map(({ name, value }) => [name, value]))),
    )
  }
  const missed = measures.filter((measure) => !meets(measure))
  for (const { name, value, target } of missed) {
    process.stderr.write(`missed: ${name} is ${value}, wanted ${JSON.stringify(target)}\n`)
  }
  return missed.length > 0 ? 1 : 0
}

async function measureAll(
  figures: Figure[],
  stop: AbortSignal,
  report: (measure: Measure) => void,
): Promise<Measure[]> {
  const stage = await Stage.open(stop)
  const measures: Measure[] = []
  try {
    for (const figure of figures) {
      const begun = Date.now()
      stage.say(`${figure.name}...`)
      const measured = await stage.unlessStopped(figure.measure(stage))
      for (const measure of measured) {
        const rounded = { ...measure, value: Number(measure.value.toFixed(3)) }
        measures.push(rounded)
        report(rounded)
      }
      stage.say(`${figure.name} took ${Math.round((Date.now() - begun) / 1000)} s`)
    }
    return measures
  } finally {
    await stage.close()
  }
}

async function run(): Promise<number> {
  // Before anything is started: from here on a signal is a request, and what runs is stopped in order.
  const stop = await onStopRequest()
  try {
    return await main(stop)
  } catch (error) {
    if (stop.aborted) {
      console.error("bench: stopped")
      return INTERRUPTED
    }
    console.error(error)
    return 1
  }
}

void run().then((code) => process.exit(code))
