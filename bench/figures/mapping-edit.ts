import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as sleep } from "node:timers/promises"
import { placeOrder } from "../../integration-tests/helpers/entitlement/owners"
import { SyncRunService } from "../../src/modules/discord/sync-run/sync-run.service"
import { desiredRoles } from "../../src/modules/discord/membership/desired-roles.rules"
import { loadMembership } from "../../src/modules/discord/membership/load.store"
import { percentile, type Figure } from "../figure"
import type { Scene, Stage } from "../stage"
import { addServer, type BenchServer } from "../world"

const OWNERS = 100_000
const ENTITLEMENTS = 1_000_000
const SAMPLES = 200
const PAUSE_MS = 20
const IDLE_PURCHASES = 100
/** Prime to the number of owners: no two purchases by the same one. */
const STRIDE = 7_919
const PATIENCE_MS = 60_000

/** One edit of a mapping with a hundred thousand owners, and what those who buy meanwhile notice of it. */
export const mappingEdit: Figure = {
  name: "mapping_edit",
  measure: (stage) => stage.scene({ limits: { scale: 1 } }, (scene) => edit(stage, scene)),
}

async function edit(stage: Stage, scene: Scene) {
  const { db, deps } = scene
  const server = await addServer(db, stage.control, "one")
  await seed(db, server)
  const idle = await purchases(db, server, "idle", () => Promise.resolve(false))
  const runs = new SyncRunService(deps, () => undefined)
  const begun = Date.now()
  const answered = runs
    .editMappings(
      [server.variantId],
      [
        {
          variant_id: server.variantId,
          product_id: "prod_bench",
          role_id: "drole_one_Patron",
          access_days: null,
        },
      ],
      null,
    )
    .then(() => Date.now() - begun)
  const marked = untilMarked(db, begun)
  await untilMarking(db, begun)
  const during = await purchases(db, server, "during", () => isMarking(db))
  const [edit_ms, marked_ms] = [await answered, await marked]
  const desired = await desiredTimes(db)
  await runs.stop()
  return [
    {
      name: "mapping_edit_100k_ms",
      value: edit_ms,
      unit: "ms" as const,
      target: { at_most: 2000 },
    },
    { name: "mapping_edit_100k_all_marked_ms", value: marked_ms, unit: "ms" as const },
    {
      name: "purchase_ms_during_mapping_edit",
      value: percentile(during, 0.99),
      unit: "ms" as const,
    },
    {
      name: "purchase_ms_without_mapping_edit",
      value: percentile(idle, 0.99),
      unit: "ms" as const,
    },
    {
      name: "desired_state_ms_p95",
      value: percentile(desired, 0.95),
      unit: "ms" as const,
      target: { at_most: 5 },
    },
  ]
}

/** A million entitlements: ten for each of the owners, one of them to the variant that is edited. */
async function seed(db: Knex, { id, variantId }: BenchServer): Promise<void> {
  const bindings = { owners: OWNERS, entitlements: ENTITLEMENTS, server: id, variant: variantId }
  for (const statement of [
    `insert into discord_account (id, discord_user_id, username, scopes)
       select 'dacc_' || i, 'user_' || i, 'user_' || i, '{}' from generate_series(1, :owners) as i`,
    `insert into discord_account_link (id, customer_id, account_id)
       select 'dlink_' || i, 'cus_' || i, 'dacc_' || i from generate_series(1, :owners) as i`,
    `insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at)
       select 'dent_' || i, 'order', 'order_' || i,
              case when i <= :owners then :variant else 'variant_' || (i % 500) end,
              'cus_' || (1 + i % :owners), now()
         from generate_series(1, :entitlements) as i`,
    `insert into discord_membership
       (id, account_id, server_id, status, in_server, observed_roles, synced_generation)
       select 'dmem_' || i, 'dacc_' || i, :server, 'synced', true, '[]', 1
         from generate_series(1, :owners) as i`,
    "analyze",
  ]) {
    await db.raw(statement, bindings)
  }
}

/**
 * Buys by owners, one after another, while `goesOn` says so; a fixed number when it never does. They are owners from
 * everywhere, so that some are in the very set that is being marked.
 */
async function purchases(
  db: Knex,
  { variantId }: BenchServer,
  name: string,
  goesOn: () => Promise<boolean>,
): Promise<number[]> {
  const times: number[] = []
  while (name === "idle" ? times.length < IDLE_PURCHASES : await goesOn()) {
    const begun = performance.now()
    const customer = `cus_${1 + ((times.length * STRIDE) % OWNERS)}`
    await placeOrder(db, `order_${name}_${times.length}`, customer, variantId)
    times.push(performance.now() - begun)
    await sleep(PAUSE_MS)
  }
  return times
}

/** The edit is saved: before that there is nothing that could hold up a purchase. */
async function untilMarking(db: Knex, begun: number): Promise<void> {
  while ((await db("discord_sync_run").count({ n: "*" }))[0]?.n === "0") {
    if (Date.now() - begun > PATIENCE_MS) {
      throw new Error("The edit was not saved")
    }
    await sleep(1)
  }
}

async function isMarking(db: Knex): Promise<boolean> {
  const runs: unknown[] = await db("discord_sync_run").whereNull("marked_at")
  return runs.length > 0
}

async function untilMarked(db: Knex, begun: number): Promise<number> {
  for (;;) {
    const marked: unknown[] = await db("discord_sync_run").whereNotNull("marked_at")
    if (marked.length > 0) {
      return Date.now() - begun
    }
    if (Date.now() - begun > PATIENCE_MS) {
      throw new Error("The owners were not marked")
    }
    await sleep(PAUSE_MS)
  }
}

async function desiredTimes(db: Knex): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < SAMPLES; i++) {
    const begun = performance.now()
    const { claims } = await loadMembership(db, `dmem_${1 + ((i * 499) % OWNERS)}`)
    desiredRoles(claims, new Date())
    times.push(performance.now() - begun)
  }
  return times
}
