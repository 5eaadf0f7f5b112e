import { say, type Message } from "../../../messages"
import type { OrderEndReason, VariantOwnership } from "../entitlement/order-entitlements.rules"

/** An order that no role was written down for. */
export interface RolelessOrder {
  /** Those of its variants that give roles now. */
  giving: ReadonlySet<string>
  /** What the order says of its variants; null when it belongs to no customer. */
  ownerships: readonly VariantOwnership[] | null
  /** How paid an order must be. */
  grant_on: "authorized" | "captured"
}

/** Why an order gives nobody a role, and whose move it is: for whoever asks where a buyer's role is. */
export function whyNoRoles({ giving, ownerships, grant_on }: RolelessOrder): Message {
  if (giving.size === 0) {
    return say("entitlement.order_not_mapped")
  }
  if (ownerships === null) {
    return say("entitlement.order_ownerless")
  }
  const reasons = ownerships
    .filter(({ variant_id }) => giving.has(variant_id))
    .map(({ ended_reason }) => ended_reason)
  const [reason = null] = reasons
  // One that is owned is about to be given: the others do not matter then.
  return reason === null || reasons.includes(null)
    ? say("entitlement.order_unread")
    : becauseOf(reason, grant_on)
}

function becauseOf(reason: OrderEndReason, grantOn: RolelessOrder["grant_on"]): Message {
  switch (reason) {
    case "order_not_paid":
      return grantOn === "captured"
        ? say("entitlement.order_awaits_capture")
        : say("entitlement.order_awaits_authorization")
    case "order_canceled":
      return say("entitlement.order_canceled")
    case "order_refunded":
      return say("entitlement.order_refunded")
    case "item_returned":
    case "item_removed":
      return say("entitlement.order_returned")
  }
}
