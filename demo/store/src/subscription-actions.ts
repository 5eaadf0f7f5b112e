import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { SubscriptionAction } from "./api/validators"
import { renew } from "./jobs/renew-subscriptions"
import {
  canceled,
  changed,
  movedToItsNextDate,
  planOf,
  resumed,
  type Subscription,
} from "./subscription.rules"
import { changeWorkflow } from "./workflows/change"
import { renewWorkflow } from "./workflows/renew"
import type { SubscriptionChange } from "./workflows/steps/change-subscription"

/** @throws MedusaError NOT_ALLOWED when the plan is not in a state for that */
export async function actOn(
  scope: MedusaContainer,
  subscription: Subscription,
  action: SubscriptionAction,
): Promise<void> {
  const { id } = subscription
  const { variant_id } = planOf(subscription)
  const change = async (input: Omit<SubscriptionChange, "subscription">) => {
    await changeWorkflow(scope).run({ input: { subscription, ...input } })
  }
  switch (action.action) {
    case "change": {
      requireStatus(subscription, "active")
      const isUpgrade = await isDearer(scope, action.variant_id, variant_id)
      return change(changed(subscription, action.variant_id, isUpgrade))
    }
    case "cancel":
      requireStatus(subscription, "active")
      return change({ variant_id, data: canceled(subscription) })
    case "resume":
      requireStatus(subscription, "canceled")
      return change({ variant_id, data: resumed(subscription) })
    case "pay":
      requireStatus(subscription, "failed")
      await renewWorkflow(scope).run({ input: { id, is_declined: false } })
      return
    case "let_a_month_pass":
      await change({ variant_id, data: movedToItsNextDate(subscription, new Date()) })
      if (subscription.status === "active") await renew(scope, id, action.is_declined)
  }
}

function requireStatus({ status }: Subscription, wanted: Subscription["status"]): void {
  if (status !== wanted) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Your plan is ${status}: reload the page.`)
  }
}

/** @throws MedusaError INVALID_DATA when they are not plans of one product */
async function isDearer(scope: MedusaContainer, wanted: string, present: string): Promise<boolean> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "product_id", "prices.amount"],
    filters: { id: [wanted, present] },
  })
  const variants = data as unknown as { id: string; product_id: string; prices: Priced[] }[]
  const [one, other] = [wanted, present].map((id) => variants.find((each) => each.id === id))
  if (!one || !other || one.product_id !== other.product_id) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "There is no such plan.")
  }
  return priceOf(one) > priceOf(other)
}

interface Priced {
  amount: number
}

function priceOf({ prices }: { prices: Priced[] }): number {
  return prices[0]?.amount ?? 0
}
