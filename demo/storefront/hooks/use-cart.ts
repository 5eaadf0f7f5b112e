import type { HttpTypes } from "@medusajs/types"
import { useEffect, useState } from "react"
import { config } from "../config"
import { wordsOf } from "../format"
import { sdk } from "../sdk"

/** A cart with one piece of a variant in it. */
export function useCart(variantId: string) {
  const [cart, setCart] = useState<HttpTypes.StoreCart>()
  const [error, setError] = useState<string>()
  useEffect(() => {
    sdk.store.cart
      .create({ region_id: config.regionId, items: [{ variant_id: variantId, quantity: 1 }] })
      .then(
        (made) => setCart(made.cart),
        (failure: unknown) => setError(wordsOf(failure)),
      )
  }, [variantId])
  return { cart, error }
}
