import type { HttpTypes } from "@medusajs/types"
import { useCallback, useEffect, useState } from "react"
import type { StoreDiscordRole } from "../../../src/types/http"
import { config } from "../config"
import { wordsOf } from "../format"
import { discordApi, sdk } from "../sdk"

export interface Product {
  details: HttpTypes.StoreProduct
  /** The cheapest first. */
  variants: HttpTypes.StoreProductVariant[]
  rolesOf: (variantId: string) => StoreDiscordRole[]
}

export interface Products {
  plans: Product
  workshop: Product
}

/** What the shop sells, with prices, and what each variant gives in Discord. */
export function useProducts() {
  const [products, setProducts] = useState<Products>()
  const [error, setError] = useState<string>()

  const load = useCallback(async () => {
    setError(undefined)
    try {
      const [plans, workshop] = await Promise.all([
        loadProduct(config.productId),
        loadProduct(config.workshopId),
      ])
      setProducts({ plans, workshop })
    } catch (failure) {
      setError(wordsOf(failure))
    }
  }, [])

  useEffect(() => void load(), [load])

  return { products, error, load }
}

async function loadProduct(productId: string): Promise<Product> {
  const [{ product: details }, { variants }] = await Promise.all([
    sdk.store.product.retrieve(productId, {
      region_id: config.regionId,
      fields: "*variants.calculated_price",
    }),
    discordApi.productRoles(productId),
  ])
  const roles = new Map(variants.map((variant) => [variant.variant_id, variant.roles]))
  return {
    details,
    variants: (details.variants ?? []).toSorted((one, other) => amountOf(one) - amountOf(other)),
    rolesOf: (variantId) => roles.get(variantId) ?? [],
  }
}

function amountOf(variant: HttpTypes.StoreProductVariant): number {
  return variant.calculated_price?.calculated_amount ?? Infinity
}
