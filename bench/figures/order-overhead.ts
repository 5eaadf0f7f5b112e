import { connect } from "../../integration-tests/helpers/store/database"
import { Customer } from "../../integration-tests/helpers/account/customer"
import { eventually } from "../../integration-tests/helpers/eventually"
import { percentile, type Figure, type Measure } from "../figure"
import { Shop } from "../shop"
import type { Stage } from "../stage"
import { PLAIN_STORE, startStore } from "../store-server"

/** Short rounds in turn and many: however the machine's pace changes, it hardly does between the two that are compared. */
const ROUNDS = 60
/** Whose orders warm the stores up, and do not count. */
const WARM_UP = 10
/** Of customers at the checkout at once: enough that a store is busy all the time. */
const ORDERS = 4
const PATIENCE_MS = 60_000
const MANY = { limit: 1_000, window_ms: 10_000 }

/**
 * What the plugin costs the checkout: orders per second of a store without it and of one with it, in which every order is
 * somebody's first and gives a role. A round ends when the plugin has done all its work, in Discord too.
 */
export const orderOverhead: Figure = {
  name: "order_overhead",
  measure: async (stage) => {
    const rounds = await inBoth(stage, false)
    const median = (values: number[]) => percentile(values, 0.5)
    return [
      ratioOf("order_overhead_ratio", rounds),
      {
        name: "orders_per_s_with_plugin",
        value: (ORDERS * 1000) / median(rounds.map(({ plugin }) => plugin)),
        unit: "orders/s",
      },
      {
        name: "baseline_orders_per_s_without_plugin",
        value: (ORDERS * 1000) / median(rounds.map(({ plain }) => plain)),
        unit: "orders/s",
      },
    ]
  },
}

/**
 * The same with a worker apart, in both stores: what buyers at the checkout notice. The server has nothing to do for the plugin but
 * to tell of the order; a round's time ends with the last answer, and the next begins when the worker has done all its work.
 */
export const orderOverheadWorkerApart: Figure = {
  name: "order_overhead_worker_apart",
  measure: async (stage) => [
    ratioOf("order_overhead_worker_apart_ratio", await inBoth(stage, true)),
  ],
}

function ratioOf(name: string, rounds: readonly Round[]): Measure {
  const ratios = rounds.map(({ plain, plugin }) => plugin / plain)
  return { name, value: percentile(ratios, 0.5), unit: "ratio", target: { at_most: 1.05 } }
}

function inBoth(stage: Stage, isWorkerApart: boolean): Promise<Round[]> {
  return stage.emptyDatabase((plainUrl) =>
    stage.emptyDatabase((pluginUrl) => measureBoth(stage, plainUrl, pluginUrl, isWorkerApart)),
  )
}

/** Milliseconds that a round of orders took in each of the stores. */
interface Round {
  plain: number
  plugin: number
}

async function measureBoth(
  stage: Stage,
  plainUrl: string,
  pluginUrl: string,
  isWorkerApart: boolean,
): Promise<Round[]> {
  const plainStore = await startStore(stage, plainUrl, { project: PLAIN_STORE, isWorkerApart })
  const shop = await Shop.open(stage, pluginUrl, { isWorkerApart })
  // After the shop: it begins with a Discord that has its own limits again, and ten buyers fill such a window.
  await stage.control.configure({
    limits: { member_role: MANY, member_put: MANY, member_get: MANY },
  })
  const db = connect(pluginUrl, 1)
  try {
    const buyers = ROUNDS * ORDERS
    const plain: Customer[] = []
    const plugin: Customer[] = []
    for (let i = 0; i < buyers; i++) {
      const { baseUrl, store } = plainStore
      plain.push(await Customer.register(baseUrl, store, `customer_${i}@bench.store`))
      plugin.push((await shop.newCustomer(`customer_${i}`)).customer)
    }
    const rounds: Round[] = []
    for (let i = 0; i < ROUNDS; i++) {
      const done = () => eventually(() => isDone(db, (i + 1) * ORDERS), PATIENCE_MS)
      const round = await inTurn(i, {
        plain: () => timed(() => buyAll(plain.splice(0, ORDERS))),
        plugin: async () => {
          const bought = await timed(() => buyAll(plugin.splice(0, ORDERS)))
          const worked = await timed(done)
          return isWorkerApart ? bought : bought + worked
        },
      })
      stage.say(`  round ${i + 1}: ${round.plain} ms without, ${round.plugin} ms with the plugin`)
      rounds.push(round)
    }
    return rounds.slice(WARM_UP)
  } finally {
    await db.destroy()
    await shop.close()
    await plainStore.stop()
  }
}

/** Now the one goes first, then the other. */
async function inTurn(
  i: number,
  { plain, plugin }: Record<keyof Round, () => Promise<number>>,
): Promise<Round> {
  if (i % 2 === 0) {
    const first = await plain()
    return { plain: first, plugin: await plugin() }
  }
  const first = await plugin()
  return { plain: await plain(), plugin: first }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await act()
  return Math.round(performance.now() - begun)
}

async function buyAll(customers: Customer[]): Promise<void> {
  await Promise.all(customers.map((customer) => customer.buy("Gold")))
}

/** @throws as long as fewer than `members` members hold what they bought */
async function isDone(db: ReturnType<typeof connect>, members: number): Promise<void> {
  const { rows } = await db.raw<{ rows: { held: number }[] }>(
    "select count(*)::int as held from discord_role_grant where deleted_at is null",
  )
  if ((rows[0]?.held ?? 0) < members) {
    throw new Error(`${rows[0]?.held ?? 0} of ${members} members hold their role`)
  }
}
