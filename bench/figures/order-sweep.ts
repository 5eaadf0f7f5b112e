import { z } from "@medusajs/framework/zod"
import { percentile, type Figure, type Measure } from "../figure"
import { medusaCli } from "../store-server"
import { SWEPT } from "../sweep-orders"

const times = z.array(z.number()).min(1)
const answer = z.object({
  orders: z.number(),
  filled: z.number(),
  indexing: z.number(),
  statements: z.array(z.string()).min(1),
  whole: times,
  by_keys: times,
  idle: times,
  changed: times,
})

/**
 * What the minute's look for changed orders costs a store with a million orders: as Medusa's tables are, and with the indexes that the
 * doctor asks for.
 */
export const orderSweep: Figure = {
  name: "order_sweep",
  measure: (stage) =>
    stage.emptyDatabase(async (databaseUrl) => {
      const medusa = medusaCli(stage, databaseUrl)
      await medusa("db:migrate").succeeded()
      const output = await medusa("exec", "bench/sweep-orders.ts").succeeded()
      const line = output.split("\n").find((each) => each.startsWith(SWEPT)) ?? ""
      const told = answer.parse(JSON.parse(line.slice(SWEPT.length)))
      const { orders, filled, indexing, statements, changed, idle, by_keys, whole } = told
      stage.say(
        `  ${orders} orders filled in ${filled} ms, ${statements.length} indexes made in ${indexing} ms`,
      )
      const figure = (name: string, all: number[]): Measure => {
        stage.say(`  ${name}: ${all.join(", ")}`)
        return { name, value: percentile(all, 0.5), unit: "ms" }
      }
      return [
        { ...figure("order_sweep_ms", changed), target: { at_most: 50 } },
        figure("order_sweep_idle_ms", idle),
        figure("order_sweep_by_keys_ms", by_keys),
        figure("order_sweep_whole_ms", whole),
      ]
    }),
}
