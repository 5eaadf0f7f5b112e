import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../src/modules/discord"
import { missingIndexes, SWEPT_TABLES } from "../src/modules/discord/chore/swept-tables.rules"
import type DiscordModuleService from "../src/modules/discord/service"
import { sweepOrders } from "../src/workflows/entitlement/utils/sweep-orders"
import { insertOrders, touchOrders } from "./many-orders"

export const SWEPT = "swept: "

const ORDERS = Number(process.env.BENCH_ORDERS ?? 1_000_000)
const CHANGED = 100
const SWEEPS = 11
const WHOLE_SWEEPS = 5

/**
 * For `medusa exec`: many orders, and sweeps over them, each of which finds that what changed is known already: first as Medusa's
 * tables are, then with the indexes that the doctor asks for. Says how long each took, in ms.
 */
export default async function measure({ container }: ExecArgs): Promise<void> {
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const begun = performance.now()
  await insertOrders(db, ORDERS)
  const filled = Math.round(performance.now() - begun)
  // The first one of all only notes the time; the second stores what the orders give that change hereafter.
  await sweepOrders(container)
  await touchOrders(db, CHANGED)
  await sweepOrders(container)

  const whole = await times(WHOLE_SWEEPS, async () => {
    await db("discord_watermark").where({ name: "orders_whole" }).delete()
    return timedSweep(container, 0)
  })
  const by_keys = await times(SWEEPS, () => timedSweep(container, 0))
  const indexed = performance.now()
  const statements = missingIndexes(await tablesOf(container))
  for (const statement of statements) {
    await db.raw(statement)
  }
  const indexing = Math.round(performance.now() - indexed)
  const idle = await times(SWEEPS, () => timedSweep(container, 0))
  const changed = await times(SWEEPS, async () => {
    await touchOrders(db, CHANGED)
    return timedSweep(container, CHANGED)
  })
  const told = { orders: ORDERS, filled, indexing, statements, whole, by_keys, idle, changed }
  process.stdout.write(`\n${SWEPT}${JSON.stringify(told)}\n`)
}

async function times(count: number, measureOne: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < count; i++) {
    all.push(await measureOne())
  }
  return all
}

async function timedSweep(container: MedusaContainer, expected: number): Promise<number> {
  const begun = performance.now()
  const { looked_at, synced, failed } = await sweepOrders(container)
  const took = performance.now() - begun
  if (looked_at !== expected || synced + failed > 0) {
    throw new Error(
      `The sweep looked at ${looked_at} orders, synced ${synced} and failed with ${failed}, of which ${expected} had changed`,
    )
  }
  return Number(took.toFixed(1))
}

function tablesOf(container: MedusaContainer) {
  const { chores } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  return chores.sweptTables(SWEPT_TABLES.map(({ table }) => table))
}
