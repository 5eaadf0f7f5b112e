import type { OrderEndReason } from "../../entitlement/order-entitlements.rules"
import { whyNoRoles, type RolelessOrder } from "../no-roles.rules"

const order = (
  ended: Record<string, OrderEndReason | null>,
  given: Partial<RolelessOrder> = {},
): RolelessOrder => ({
  giving: new Set(["gold"]),
  ownerships: Object.entries(ended).map(([variant_id, ended_reason]) => ({
    variant_id,
    quantity: ended_reason === null ? 1 : null,
    ended_reason,
  })),
  grant_on: "authorized",
  ...given,
})

it.each<[what: string, order: RolelessOrder, code: string]>([
  ["nothing is mapped", order({ gold: null }, { giving: new Set() }), "order_not_mapped"],
  [
    "nothing is mapped, nor paid",
    order({ gold: "order_not_paid" }, { giving: new Set() }),
    "order_not_mapped",
  ],
  ["it waits for the payment", order({ gold: "order_not_paid" }), "order_awaits_authorization"],
  [
    "it waits for the capture",
    order({ gold: "order_not_paid" }, { grant_on: "captured" }),
    "order_awaits_capture",
  ],
  ["it was canceled", order({ gold: "order_canceled" }), "order_canceled"],
  ["it was refunded", order({ gold: "order_refunded" }), "order_refunded"],
  ["what gives roles came back", order({ gold: "item_returned", mug: null }), "order_returned"],
  ["what gives roles was taken off it", order({ gold: "item_removed" }), "order_returned"],
  ["it is nobody's", order({}, { ownerships: null }), "order_ownerless"],
  ["it was not read yet", order({ gold: null }), "order_unread"],
  ["it cannot be read", order({}), "order_unread"],
  [
    "one of two was taken off it, and the other was not read yet",
    order({ gold: "item_removed", silver: null }, { giving: new Set(["gold", "silver"]) }),
    "order_unread",
  ],
])("%s", (_what, given, code) => {
  expect(whyNoRoles(given)).toEqual({ code: `entitlement.${code}`, params: {} })
})
