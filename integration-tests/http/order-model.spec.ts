import fc from "fast-check"
import { randomInt } from "node:crypto"
import { ownershipsOfOrder } from "../../src/modules/discord/domain/order-entitlements"
import { sweepOrdersWorkflow } from "../../src/workflows/entitlement"
import { orderChangesIdle } from "../../src/workflows/entitlement/utils/order-changes"
import { readOrderFacts } from "../../src/workflows/entitlement/utils/read-order-facts"
import type { Customer } from "../helpers/customer"
import { ROLE_NAMES, type RoleName } from "../helpers/discord"
import { OrderDesk } from "../helpers/order-desk"
import { OrderEvents } from "../helpers/order-events"
import { say } from "../helpers/say"
import { storeSuite, type Scene } from "../helpers/suite"

const SEED = Number(process.env.FC_SEED ?? randomInt(2 ** 31))
/** Long enough for a dozen stories on a machine that does nothing else. */
const TIME_LIMIT_MS = Number(process.env.FC_MS ?? 75_000)
const RUNS = 100

type Mapping = Record<RoleName, RoleName[]>

const plan = fc.constantFrom(...ROLE_NAMES)
/** Which of the story's orders a step is about: counted around, so that every number names one. */
const nth = fc.nat(3)

/** One thing that happens, and whether its events reach the plugin. */
const step = fc.record({
  isHeard: fc.boolean(),
  act: fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant("buy" as const), plan, who: fc.nat(1) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("capture" as const), nth }) },
    fc.record({ do: fc.constant("cancel" as const), nth }),
    fc.record({ do: fc.constant("return" as const), nth, plan }),
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("edit" as const), nth, plan, to: fc.nat(2) }),
    },
    fc.record({ do: fc.constant("refund" as const), nth, isAll: fc.boolean() }),
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("transfer" as const), nth, who: fc.nat(1) }),
    },
    fc.record({ do: fc.constant("map" as const), plan, roles: fc.subarray([...ROLE_NAMES]) }),
    fc.record({ do: fc.constant("sweep" as const) }),
  ),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Person {
  customer: Customer
  userId: string
}

/** What a story has come to. */
interface Tale {
  scene: Scene
  desk: OrderDesk
  people: [Person, Person]
  orders: string[]
  mapping: Mapping
}

storeSuite("any life of any orders", (scene) => {
  it(
    "any sequence of changes, with any of their events lost, ends after one sweep as if recomputed from the orders",
    async () => {
      say(`order-model: FC_SEED=${SEED}`)
      const given = scene()
      await given.setUp()
      const events = new OrderEvents(given.container)
      const tally = { stories: 0, done: 0, refused: 0, lost: 0, sweeps: 0 }
      await sweepOrdersWorkflow(given.container).run()
      await fc.assert(
        fc
          .asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
            events.hear(true)
            const tale = await begin(given, tally.stories++)
            for (const { isHeard, act } of steps) {
              events.hear(isHeard)
              const isDone = await accepted(() => play(tale, act))
              tally[isDone ? "done" : "refused"]++
              tally.lost += isDone && !isHeard ? 1 : 0
            }
            events.hear(false)
            await orderChangesIdle()
            const { result } = await sweepOrdersWorkflow(given.container).run()
            tally.sweeps += result?.synced ?? 0
            await judge(tale)
          })
          .afterEach(() => events.hear(true)),
        {
          numRuns: RUNS,
          seed: SEED,
          interruptAfterTimeLimit: TIME_LIMIT_MS,
          markInterruptAsFailure: false,
          endOnFailure: true,
        },
      )
      say(`order-model: ${JSON.stringify(tally)}`)
      // Stories that Medusa refused to play would prove nothing.
      expect(tally.done).toBeGreaterThan(tally.refused)
    },
    TIME_LIMIT_MS + 180_000,
  )
})

/** Two people who bought: what was paid with two pieces of Gold, and what is only authorised. */
async function begin(scene: Scene, story: number): Promise<Tale> {
  const { admin, discord, newBuyer, store } = scene
  const mapping: Mapping = { Bronze: ["Bronze"], Silver: ["Silver"], Gold: ["Gold"] }
  await scene.map(mapping)
  const person = async (name: string): Promise<Person> => {
    const buyer = await newBuyer(`${name}-${story}`)
    await discord.control.addMember(discord.guildId, buyer.userId)
    await buyer.customer.connect(discord, buyer.userId)
    return buyer
  }
  const desk = new OrderDesk(admin, store)
  const [ada, ben] = [await person("ada"), await person("ben")]
  const paid = await ada.customer.buyItems([{ variant_id: store.variants.Gold, quantity: 2 }])
  await desk.capture(paid)
  const open = await ben.customer.buy("Gold", "Silver")
  return { scene, desk, people: [ada, ben], orders: [paid, open], mapping }
}

async function play(tale: Tale, act: Step["act"]): Promise<void> {
  const { desk, orders, people, scene } = tale
  const { store } = scene
  switch (act.do) {
    case "buy":
      orders.push(
        await people[act.who === 0 ? 0 : 1].customer.buyItems([
          { variant_id: store.variants[act.plan], quantity: 2 },
        ]),
      )
      return
    case "capture":
      return desk.capture(orderOf(tale, act.nth))
    case "cancel":
      return desk.cancel(orderOf(tale, act.nth))
    case "return":
      return desk.returnItems(orderOf(tale, act.nth), act.plan)
    case "edit":
      return desk.edit(orderOf(tale, act.nth), { [act.plan]: act.to })
    case "refund":
      return desk.refund(orderOf(tale, act.nth), act.isAll ? undefined : 1)
    case "transfer": {
      const { customer } = people[act.who === 0 ? 0 : 1]
      const order = orderOf(tale, act.nth)
      await desk.transfer(order, customer.id)
      return desk.acceptTransfer(order, customer)
    }
    case "map":
      tale.mapping[act.plan] = act.roles
      return scene.map(tale.mapping)
    case "sweep":
      await sweepOrdersWorkflow(scene.container).run()
  }
}

function orderOf({ orders }: Tale, nth: number): string {
  const order = orders[nth % orders.length]
  if (order === undefined) {
    throw new Error("a story begins with orders")
  }
  return order
}

/** Whether Medusa let it happen: many a step makes no sense where it stands in the story. */
async function accepted(act: () => Promise<void>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    if (/: 4\d\d \{|has no (Bronze|Silver|Gold)$/.test(String(error))) {
      return false
    }
    throw error
  }
}

/** Compares what is stored, and what the members hold, with what the orders say now. */
async function judge({ mapping, orders, people, scene }: Tale): Promise<void> {
  const { container, db, discord, service, settled, store } = scene
  const { orders: found, failures } = await readOrderFacts(container, orders)
  expect(failures.size).toBe(0)
  const owned = [...found.values()].flatMap((order) =>
    order === null
      ? []
      : ownershipsOfOrder(order, service.options)
          .filter(({ ended_reason }) => ended_reason === null)
          .map(({ variant_id }) => ({
            source_id: order.id,
            customer_id: order.customer_id,
            variant_id,
          })),
  )
  const stored = await db<{
    source_id: string
    customer_id: string
    variant_id: string
    ends_at: Date | null
  }>("discord_entitlement")
    .whereIn("source_id", orders)
    .whereNull("ends_at")
  expect(sorted(stored)).toEqual(sorted(owned))
  await settled()
  await service.engine.idle()
  for (const { customer, userId } of people) {
    const roles = owned
      .filter(({ customer_id }) => customer_id === customer.id)
      .flatMap(({ variant_id }) =>
        ROLE_NAMES.filter((name) => store.variants[name] === variant_id).flatMap(
          (name) => mapping[name],
        ),
      )
    expect(await discord.rolesOf(userId)).toEqual(ROLE_NAMES.filter((name) => roles.includes(name)))
  }
}

function sorted(rows: { source_id: string; customer_id: string; variant_id: string }[]): string[] {
  return rows.map((row) => [row.source_id, row.variant_id, row.customer_id].join(" ")).sort()
}
