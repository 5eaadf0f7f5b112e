import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ChangeActionType, OrderChangeStatus } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  claimedBack,
  dependsOnClaims,
  type OrderAction,
} from "../../../modules/discord/entitlement/owned-pieces.rules"
import type { OrderReadings } from "./order-readings"

const FIELDS = [
  "order_id",
  "claim_id",
  "return_id",
  "actions.action",
  "actions.claim_id",
  "actions.return_id",
  "actions.details",
]

/** The actions that say which pieces were claimed and came back; others may be about no line at all. */
const ABOUT_PIECES: readonly string[] = [
  ChangeActionType.WRITE_OFF_ITEM,
  ChangeActionType.REINSTATE_ITEM,
  ChangeActionType.RETURN_ITEM,
  ChangeActionType.RECEIVE_RETURN_ITEM,
  ChangeActionType.RECEIVE_DAMAGED_RETURN_ITEM,
]

const changeSchema = z.object({
  order_id: z.string(),
  claim_id: z.string().nullable(),
  return_id: z.string().nullable(),
  actions: z.array(z.unknown()),
})
const kindSchema = z.object({ action: z.string() })
const actionSchema = z
  .object({
    action: z.string(),
    claim_id: z.string().nullable(),
    return_id: z.string().nullable(),
    details: z.object({ reference_id: z.string(), quantity: z.coerce.number() }),
  })
  .transform(({ details, ...action }) => ({
    ...action,
    item_id: details.reference_id,
    quantity: details.quantity,
  }))

/** Which pieces were claimed and came back stands in an order's changes only: where both happened, they are read too. */
export async function addClaimedBack(
  query: RemoteQueryFunction,
  { orders, failures }: OrderReadings,
): Promise<void> {
  const open = [...orders.values()].flatMap((order) =>
    order?.items.some(dependsOnClaims) === true ? [order] : [],
  )
  if (open.length === 0) {
    return
  }
  const { data } = await query.graph({
    entity: "order_change",
    fields: FIELDS,
    filters: { order_id: open.map(({ id }) => id), status: OrderChangeStatus.CONFIRMED },
  })
  const changes = (data as unknown[]).map((change) => changeSchema.parse(change))
  for (const { id, items } of open) {
    try {
      const ofOrder = changes.filter((change) => change.order_id === id)
      const back = claimedBack(ofOrder.flatMap(aboutPieces))
      for (const item of items) {
        item.claimed_back_quantity = back.get(item.id) ?? 0
      }
    } catch (error) {
      orders.delete(id)
      failures.set(id, error)
    }
  }
}

/**
 * What a change did to pieces. Whose claim and return it is stands at the action, or at the change only.
 *
 * @throws when an action does not say which pieces and how many: it must stop us, never revoke
 */
function aboutPieces(change: z.output<typeof changeSchema>): OrderAction[] {
  return change.actions
    .filter((found) => ABOUT_PIECES.includes(kindSchema.parse(found).action))
    .map((found) => actionSchema.parse(found))
    .map((action) => ({
      ...action,
      claim_id: action.claim_id ?? change.claim_id,
      return_id: action.return_id ?? change.return_id,
    }))
}
