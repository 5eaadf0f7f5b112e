import { parseArgs } from "node:util"
import { meets, type Figure, type Measure } from "./figure"
import { buyerWait } from "./figures/buyer-wait"
import { callCounts } from "./figures/call-counts"
import { guildUtilisation } from "./figures/guild-utilisation"
import { manyServers } from "./figures/many-servers"
import { mappingEdit } from "./figures/mapping-edit"
import { memory } from "./figures/memory"
import { orderOverhead } from "./figures/order-overhead"
import { orderSweep } from "./figures/order-sweep"
import { orderToRole } from "./figures/order-to-role"
import { Stage } from "./stage"

const FIGURES: Figure[] = [
  orderToRole,
  orderOverhead,
  orderSweep,
  callCounts,
  guildUtilisation,
  manyServers,
  buyerWait,
  mappingEdit,
  memory,
]

/**
 * Measures the plugin, and beside it a bot written as guides teach it: `npm run bench`, or
 * `npm run bench -- guild_bucket_utilisation` for some figures. Ends with 1 when a target is missed.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  })
  const unknown = positionals.filter((name) => FIGURES.every((figure) => figure.name !== name))
  if (unknown.length > 0) {
    const names = FIGURES.map((figure) => figure.name).join(", ")
    throw new Error(`There is no figure ${unknown.join(", ")}. There are: ${names}`)
  }
  const chosen = FIGURES.filter(({ name }) => !positionals.length || positionals.includes(name))
  const measures = await measureAll(chosen, (measure) => {
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
  report: (measure: Measure) => void,
): Promise<Measure[]> {
  const stage = await Stage.open()
  const interrupted = new Promise<never>((_resolve, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => reject(new Error(`Stopped by ${signal}`)))
    }
  })
  const measures: Measure[] = []
  try {
    for (const figure of figures) {
      const begun = Date.now()
      stage.say(`${figure.name}...`)
      const measured = await Promise.race([figure.measure(stage), interrupted])
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

void main()
  .catch((error: unknown) => {
    console.error(error)
    return 1
  })
  .then((code) => process.exit(code))
