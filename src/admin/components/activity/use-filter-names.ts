import { useCustomer, useOrder } from "@medusajs/dashboard/hooks"
import type { AdminDiscordActivity } from "../../../types/http"
import { nameIn } from "../../lib/activity/name-in"
import type { TableState } from "../../lib/table-state"

/**
 * What a person calls the ids that the log is filtered by. Orders and customers are asked for, as their pages link here before
 * anything has happened to them; the rest is named by what was found.
 */
export function useFilterNames(
  state: TableState,
  found: readonly AdminDiscordActivity[] | undefined,
): (filter: string, id: string) => string {
  const [orderId = ""] = state.words("order_id") ?? []
  const [customerId = ""] = state.words("customer_id") ?? []
  const { order } = useOrder(
    orderId,
    { fields: "id,display_id" },
    { enabled: orderId.startsWith("order_"), retry: false },
  )
  const { customer } = useCustomer(customerId, undefined, {
    enabled: customerId.startsWith("cus_"),
    retry: false,
  })
  return (filter, id) => {
    if (order?.id === id) {
      return `#${order.display_id}`
    }
    if (customer?.id === id) {
      const name = [customer.first_name, customer.last_name].filter(Boolean).join(" ")
      return name || customer.email || id
    }
    return nameIn(found ?? [], filter, id) ?? id
  }
}
