import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isRunning, type Subscription } from "./subscription.rules"

/** What a customer subscribed to, the newest first. */
export async function subscriptionsOf(
  scope: MedusaContainer,
  customerId: string,
): Promise<Subscription[]> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["subscriptions.*", "subscriptions.product_variant.id"],
    filters: { id: customerId },
  })
  const [customer] = data as unknown as { subscriptions?: (Subscription | null)[] }[]
  return (customer?.subscriptions ?? [])
    .filter((each) => each !== null)
    .map((each) => ({
      ...each,
      subscription_date: new Date(each.subscription_date),
      last_order_date: new Date(each.last_order_date),
      next_order_date: each.next_order_date && new Date(each.next_order_date),
      expiration_date: new Date(each.expiration_date),
    }))
    .toSorted((a, b) => b.subscription_date.getTime() - a.subscription_date.getTime())
}

export async function runningSubscription(
  scope: MedusaContainer,
  customerId: string,
): Promise<Subscription | undefined> {
  const now = new Date()
  return (await subscriptionsOf(scope, customerId)).find((each) => isRunning(each, now))
}
