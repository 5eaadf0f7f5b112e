import fc from "fast-check"
import { randomInt } from "node:crypto"
import { sweepOrdersWorkflow } from "../../../src/workflows/entitlement"
import { readOrderFacts } from "../../../src/workflows/entitlement/utils/read-order-facts"
import type { PaymentFacts } from "../../../src/modules/discord/entitlement/order-entitlements.rules"
import { orderChangesIdle } from "../../../src/workflows/entitlement/utils/order-changes"
import { connectedAs } from "../../helpers/account/buyers"
import { ROLE_NAMES, type RoleName } from "../../helpers/server/discord"
import { OrderEvents } from "../../helpers/entitlement/order-events"
import { paidOrders } from "../../helpers/entitlement/order-story/payments"
import { step, WAYS, type Step } from "../../helpers/entitlement/order-story/steps"
import { Senseless, Scenario } from "../../helpers/entitlement/order-story/scenario"
import { say } from "../../helpers/say"
import { storeSuite, type Scene } from "../../helpers/store/suite"

const SEED = Number(process.env.FC_SEED ?? randomInt(2 ** 31))
/** By count, not by the clock: a slow machine takes longer, and still ends. */
const STORIES = Number(process.env.FC_STORIES ?? 10)
/** Some seven steps for a story of chance and eighty for what they left out, each one to five seconds. */
const TIMEOUT_MS = 240_000 + STORIES * 120_000

storeSuite("any life of any orders", (scene) => {
  it(
    "any sequence of changes, with any of their events lost, ends after one sweep as if recomputed from the orders",
    async () => {
      say(`order-model: FC_SEED=${SEED}`)
      const given = scene()
      await given.setUp()
      const events = new OrderEvents(given.container)
      const tally = { stories: 0, refused: 0, lost: 0, sweeps: 0, glanced: 0 }
      const done: Record<string, number> = Object.fromEntries(
        Object.keys(WAYS).map((kind) => [kind, 0]),
      )
      const tell = async (steps: Step[]) => {
        events.hear(true)
        const scenario = await begin(given, tally.stories++)
        for (const { isHeard, act } of steps) {
          events.hear(isHeard)
          const kind = await accepted(() => scenario.play(act))
          if (kind === null) {
            tally.refused++
          } else {
            done[kind] = (done[kind] ?? 0) + 1
            tally.lost += isHeard ? 0 : 1
          }
        }
        events.hear(false)
        await orderChangesIdle()
        const { result } = await sweepOrdersWorkflow(given.container).run()
        tally.sweeps += result?.synced ?? 0
        await checkScenario(scenario)
        tally.glanced += await compareGlances(given)
      }
      await sweepOrdersWorkflow(given.container).run()
      await fc.assert(
        fc
          .asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), tell)
          .afterEach(() => events.hear(true)),
        { numRuns: STORIES, seed: SEED, endOnFailure: true },
      )
      // What chance has left out happens now, as a story of its own.
      const missing = Object.entries(WAYS).filter(([kind]) => done[kind] === 0)
      await tell(
        missing.flatMap(([, way]) => way).map((act, i) => ({ act, isHeard: (i + SEED) % 3 === 0 })),
      )
      say(`order-model: ${JSON.stringify({ ...tally, told_at_the_end: missing.length, done })}`)
      expect(Object.keys(done).sort()).toEqual(Object.keys(WAYS).sort())
      expect(Object.entries(done).filter(([, times]) => times === 0)).toEqual([])
      expect(tally.lost).toBeGreaterThan(0)
      expect(tally.glanced).toBeGreaterThan(0)
    },
    TIMEOUT_MS,
  )
})

/** What the sweep sees of orders at a glance is what Medusa says of them. @returns how many orders were compared */
async function compareGlances({ container, db, service }: Scene): Promise<number> {
  const ids = await db<{ id: string }>("order").pluck("id")
  const { orders } = await readOrderFacts(container, ids)
  const glances = await service.chores.glanceAtOrders(ids)
  expect(glances.map(({ id }) => id).sort()).toEqual([...orders.keys()].sort())
  const byId = <Item extends { id: string }>(items: Item[]) =>
    [...items].sort((one, other) => one.id.localeCompare(other.id))
  for (const { id, metadata, items, payments, ...glance } of glances) {
    const order = orders.get(id)
    expect(glance).toEqual({
      status: order?.status,
      customer_id: order?.customer_id,
      created_at: order?.created_at,
    })
    expect(byId(items)).toEqual(
      byId(order?.items ?? []).map(({ claimed_back_quantity: _, ...item }) => item),
    )
    const paid = (all: readonly PaymentFacts[]) =>
      all
        .map((one) => [one.amount, one.authorized_amount, one.captured_amount, one.refunded_amount])
        .map((amounts) => amounts.join(" "))
        .sort()
    expect(paid(payments)).toEqual(paid(order?.payments ?? []))
  }
  return glances.length
}

/** Two people who bought: what was paid with two pieces of Gold, and what is only authorised. */
async function begin(scene: Scene, story: number): Promise<Scenario> {
  const person = (name: string) => connectedAs(scene, `${name}-${story}`, { inServer: true })
  const scenario = new Scenario(scene, [await person("ada"), await person("ben")])
  await scene.map(scenario.mapping)
  await scenario.play({ do: "buy", who: 0, plan: "Gold" })
  await scenario.play({ do: "capture", nth: 0 })
  await scenario.play({ do: "buy", who: 1, plan: "Silver" })
  return scenario
}

/** Which kind of thing Medusa let happen; null when it did not: many a step makes no sense where it stands in the story. */
async function accepted(act: () => Promise<string>): Promise<string | null> {
  try {
    return await act()
  } catch (error) {
    if (
      error instanceof Senseless ||
      /: 4\d\d \{|has no (Bronze|Silver|Gold)$/.test(String(error))
    ) {
      return null
    }
    throw error
  }
}

/** Compares what is stored, and what the members hold, with what was written down as it happened, and what is paid. */
async function checkScenario({ ledger, mapping, people, scene }: Scenario): Promise<void> {
  const { db, discord, service, settled, store } = scene
  const { orders } = ledger
  const customers = new Map(
    (await db<{ id: string; customer_id: string }>("order").whereIn("id", orders)).map((row) => [
      row.id,
      row.customer_id,
    ]),
  )
  const paid = await paidOrders(db, orders)
  const owned = orders
    .filter((order) => paid.has(order))
    .flatMap((order) => {
      const owner = ledger.ownerOf(order)
      const customer_id = owner ?? customers.get(order)
      return ledger.plansOf(order).map((plan) => ({ order, plan, customer_id }))
    })
  const stored = await db<{ source_id: string; customer_id: string; variant_id: string }>(
    "discord_entitlement",
  )
    .whereIn("source_id", orders)
    .whereNull("ends_at")
  const planOf = (variantId: string) =>
    ROLE_NAMES.find((name) => store.variants[name] === variantId) ?? variantId
  expect(
    stored.map((row) => `${row.source_id} ${planOf(row.variant_id)} ${row.customer_id}`).sort(),
  ).toEqual(owned.map(({ order, plan, customer_id }) => `${order} ${plan} ${customer_id}`).sort())
  await settled()
  await service.engine.idle()
  for (const { customer, userId } of people) {
    const roles = owned
      .filter(({ customer_id }) => customer_id === customer.id)
      .flatMap(({ plan }): RoleName[] => mapping[plan])
    expect(await discord.rolesOf(userId)).toEqual(ROLE_NAMES.filter((name) => roles.includes(name)))
  }
}
