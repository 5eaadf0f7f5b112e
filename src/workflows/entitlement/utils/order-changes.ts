import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ORDER_RECORDS,
  type RecordId,
} from "../../../modules/discord/entitlement/order-events.rules"
import { syncOrderEntitlementsWorkflow } from "../workflows/sync-order-entitlements"
import { Coalescer } from "./coalescer"
import { findOrderIds } from "./find-order-ids"
import { inParallel } from "./in-parallel"

/** Records taken up together: enough that a busy store's lookups are shared. */
const BATCH = 50
/** Orders of a batch that are synced side by side; more would keep connections from the store's customers. */
const WIDTH = 4

interface ChangedRecord extends RecordId {
  container: MedusaContainer
}

const changes = new Coalescer<ChangedRecord>(syncOrdersOf, BATCH)

/**
 * Syncs the order that a changed record belongs to; once, however many records of it tell of the same change.
 *
 * @throws what kept the order from being synced
 */
export async function orderRecordChanged(
  container: MedusaContainer,
  { record, id }: RecordId,
): Promise<void> {
  await changes.do(`${record}:${id}`, { record, id, container })
}

/** Resolves when this process has synced every order it was told of. */
export async function orderChangesIdle(): Promise<void> {
  await changes.idle()
}

async function syncOrdersOf(records: Map<string, ChangedRecord>): Promise<Map<string, unknown>> {
  const [first] = records.values()
  if (!first) {
    return new Map()
  }
  const { container } = first
  /** The batch's records, by the order they belong to. */
  const orders = new Map<string, string[]>()
  for (const record of ORDER_RECORDS) {
    const ofKind = [...records].filter(([, changed]) => changed.record === record)
    if (ofKind.length === 0) {
      continue
    }
    const orderIds = await findOrderIds(
      container,
      record,
      ofKind.map(([, { id }]) => id),
    )
    for (const [key, { id }] of ofKind) {
      const orderId = orderIds.get(id)
      if (orderId !== undefined) {
        orders.set(orderId, [...(orders.get(orderId) ?? []), key])
      }
    }
  }
  const failures = new Map<string, unknown>()
  await inParallel(WIDTH, [...orders], async ([order_id, keys]) => {
    try {
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id } })
    } catch (error) {
      keys.forEach((key) => failures.set(key, error))
    }
  })
  return failures
}
