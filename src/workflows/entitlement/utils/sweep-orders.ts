import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from "../../../modules/discord"
import { entitlementsOfOrder } from "../../../modules/discord/entitlement/order-entitlements.rules"
import { say } from "../../../messages"
import type DiscordModuleService from "../../../modules/discord/service"
import { messageOf } from "../../../modules/discord/engine/deps"
import { CHANGED_TABLES, isWholeLookDue } from "../../../modules/discord/chore/swept-tables.rules"
import type { Watermark } from "../../../modules/discord/chore/watermark.store"
import { syncOrderEntitlementsWorkflow } from "../workflows/sync-order-entitlements"
import { changedOrders, newlyMade } from "./changed-orders"
import { LookedAt } from "./looked-at"
import type { OrderReadings } from "./order-readings"
import { readOrderFacts } from "./read-order-facts"
import { suspectOrders } from "./suspect-orders"

/** The watermark's name; that of one order which could not be synced is `order:<id>`. */
const WATERMARK = "order"
/** The watermark of looks at all that changed; the other one advances with each sweep. */
const WHOLE = "orders_whole"
/** A row bears the time of its change, and is seen when its transaction ends: so long may that take. */
const IN_FLIGHT_MS = 2 * 60_000
/** Orders that failed before and are tried again in one sweep: however many there are, they hold up no others. */
const RETRIED = 100
/** Orders of which a sweep remembers that it looked at them: looking twice is only wasteful, a long list is not. */
const REMEMBERED = 5_000

const lookedAt = new LookedAt()

/** What a sweep did, in orders. */
export interface OrderSweep {
  looked_at: number
  synced: number
  failed: number
}

/**
 * Looks through the orders that changed since the last sweep. The first one of all only notes the time: what was before
 * that is the backfill's. An order that fails is tried again in each sweep until it succeeds, and stops no other.
 *
 * Where there are many orders and no index leads to those that changed, a sweep finds what was placed, paid and refunded, and the
 * rest once an hour.
 */
export async function sweepOrders(container: MedusaContainer): Promise<OrderSweep> {
  try {
    return await sweepChanged(container)
  } catch (error) {
    await discordOf(container).sourceFailures.report("orders", [
      say("subscription.orders_unreadable", { why: messageOf(error) }),
    ])
    throw error
  }
}

async function sweepChanged(container: MedusaContainer): Promise<OrderSweep> {
  const mark = watermark(container)
  const sweep: OrderSweep = { looked_at: 0, synced: 0, failed: 0 }
  const begun = await mark.now()
  const at = await mark.read()
  if (at !== null) {
    const seen = new Set<string>()
    const unseen = (ids: string[]) => ids.filter((id) => !seen.has(id))
    const look = async (ids: string[]) => {
      await lookAt(container, ids, sweep)
      if (seen.size > REMEMBERED) {
        seen.clear()
      }
      ids.forEach((id) => seen.add(id))
    }
    await look(await mark.laggards(RETRIED))
    const whole = watermark(container, WHOLE)
    const wholeAt = await whole.read()
    const { chores } = discordOf(container)
    const tables = await chores.sweptTables(CHANGED_TABLES)
    const isWhole = isWholeLookDue(tables, wholeAt, begun)
    const since = new Date((isWhole ? (wholeAt ?? at) : at).getTime() - IN_FLIGHT_MS)
    const find = isWhole ? changedOrders : newlyMade
    for await (const ids of find(chores, since, lookedAt)) {
      await look(unseen(ids))
    }
    lookedAt.forget(since)
    if (isWhole) {
      await whole.advance(begun)
    }
  }
  await mark.advance(begun)
  return sweep
}

/** Syncs those of some orders that say something else than what is stored. */
async function lookAt(
  container: MedusaContainer,
  orderIds: string[],
  sweep: OrderSweep,
): Promise<void> {
  if (orderIds.length === 0) {
    return
  }
  const discord = discordOf(container)
  const { orders, failures } = await readSuspects(container, orderIds)
  const stale = await discord.entitlements.listStaleSources(
    [...orders].flatMap(([source_id, order]) =>
      order === null
        ? []
        : [
            {
              source: "order" as const,
              source_id,
              facts: entitlementsOfOrder(order, discord.options),
            },
          ],
    ),
  )
  for (const order_id of stale) {
    try {
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id } })
      sweep.synced++
    } catch (error) {
      failures.set(order_id, error)
    }
  }
  await remember(container, orderIds, failures)
  sweep.looked_at += orderIds.length
  sweep.failed += failures.size
}

async function readSuspects(
  container: MedusaContainer,
  orderIds: string[],
): Promise<OrderReadings> {
  const suspects = await suspectOrders(container, orderIds)
  return suspects.length > 0
    ? readOrderFacts(container, suspects)
    : { orders: new Map(), failures: new Map() }
}

/** Keeps the orders that failed for the next sweep, tells of them, and forgets those that succeeded at last. */
async function remember(
  container: MedusaContainer,
  orderIds: string[],
  failures: Map<string, unknown>,
): Promise<void> {
  const mark = watermark(container)
  await mark.keepLaggards([...failures.keys()])
  await mark.dropLaggards(orderIds.filter((id) => !failures.has(id)))
  for (const [orderId, error] of failures) {
    await discordOf(container).sourceFailures.report(`order ${orderId}`, [
      say("subscription.order_failed", { id: orderId, why: messageOf(error) }),
    ])
  }
}

function watermark(container: MedusaContainer, name = WATERMARK): Watermark {
  return discordOf(container).chores.watermark(name)
}

function discordOf(container: MedusaContainer): DiscordModuleService {
  return container.resolve<DiscordModuleService>(DISCORD_MODULE)
}
