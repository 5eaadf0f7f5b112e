import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ActivitySearch } from "../../../../modules/discord/activity/activity-rows.store"

/** More customers than this under one e-mail address are not looked for: guests have one customer an order. */
const MAX_CUSTOMERS = 200
const ORDER_NUMBER = /^#?(\d{1,9})$/

/** What the shop knows by the words typed: customers by e-mail address, orders by number. */
export async function searchOf(scope: MedusaContainer, text: string): Promise<ActivitySearch> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const number = ORDER_NUMBER.exec(text)?.[1]
  const [customers, orders] = await Promise.all([
    text.includes("@")
      ? query.graph({
          entity: "customer",
          fields: ["id"],
          filters: { email: text.toLowerCase() },
          pagination: { take: MAX_CUSTOMERS, skip: 0 },
        })
      : null,
    number === undefined
      ? null
      : query.graph({
          entity: "order",
          fields: ["id"],
          filters: { display_id: Number(number) },
        }),
  ])
  return { text, customer_ids: idsOf(customers?.data), order_ids: idsOf(orders?.data) }
}

function idsOf(found: { id: string }[] | undefined): string[] {
  return (found ?? []).map(({ id }) => id)
}
