import { z } from "@medusajs/framework/zod"
import { percentile, type Figure } from "../figure"
import { medusaCli } from "../store-server"
import { SWEPT } from "../sweep-orders"

const answer = z.object({ orders: z.number(), times: z.array(z.number()) })

/** What the minute's look for changed orders costs a store with many orders, of which none has changed. */
export const orderSweep: Figure = {
  name: "order_sweep",
  measure: (stage) =>
    stage.emptyDatabase(async (databaseUrl) => {
      const medusa = medusaCli(stage, databaseUrl)
      await medusa("db:migrate").succeeded()
      const output = await medusa("exec", "bench/sweep-orders.ts").succeeded()
      const line = output.split("\n").find((each) => each.startsWith(SWEPT)) ?? ""
      const { orders, times } = answer.parse(JSON.parse(line.slice(SWEPT.length)))
      stage.say(`  ${orders} orders: ${times.join(", ")} ms`)
      return [{ name: "idle_order_sweep_200k_ms", value: percentile(times, 0.5), unit: "ms" }]
    }),
}
