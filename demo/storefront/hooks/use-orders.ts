import type { HttpTypes } from "@medusajs/types"
import { useCallback, useEffect, useState } from "react"
import { sdk } from "../sdk"

/** The customer's orders, the newest first; undefined while they are not known. */
export function useOrders(customerId: string | undefined) {
  const [orders, setOrders] = useState<HttpTypes.StoreOrder[]>()

  const reload = useCallback(async () => {
    if (customerId === undefined) return setOrders([])
    const found = await sdk.store.order
      .list({ fields: "id,display_id,created_at,total,currency_code,*items", order: "-created_at" })
      .catch(() => null)
    setOrders(found?.orders ?? [])
  }, [customerId])

  useEffect(() => void reload(), [reload])

  return { orders, reload }
}
