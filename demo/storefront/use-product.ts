import type { HttpTypes } from "@medusajs/types"
import { useCallback, useEffect, useState } from "react"
import type { StoreDiscordRole } from "../../src/types/http"
import { config } from "./config"
import { discordApi, sdk } from "./sdk"
import { wordsOf } from "./words"

export interface Product {
  details: HttpTypes.StoreProduct
  /** The cheapest first. */
  variants: HttpTypes.StoreProductVariant[]
  rolesOf: (variantId: string) => StoreDiscordRole[]
}

/** The product with its prices, and what each of its variants gives in Discord. */
export function useProduct() {
  const [product, setProduct] = useState<Product>()
  const [error, setError] = useState<string>()

  const load = useCallback(async () => {
    const { productId, regionId } = config
    setError(undefined)
    try {
      const [{ product: details }, { variants }] = await Promise.all([
        sdk.store.product.retrieve(productId, {
          region_id: regionId,
          fields: "*variants.calculated_price",
        }),
        discordApi.productRoles(productId),
      ])
      const roles = new Map(variants.map((variant) => [variant.variant_id, variant.roles]))
      setProduct({
        details,
        variants: (details.variants ?? []).toSorted((one, other) => priceOf(one) - priceOf(other)),
        rolesOf: (variantId) => roles.get(variantId) ?? [],
      })
    } catch (failure) {
      setError(wordsOf(failure))
    }
  }, [])

  useEffect(() => void load(), [load])

  return { product, error, load }
}

function priceOf(variant: HttpTypes.StoreProductVariant): number {
  return variant.calculated_price?.calculated_amount ?? Infinity
}
