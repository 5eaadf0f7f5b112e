import type { HttpTypes } from "@medusajs/types"
import { useCallback, useEffect, useState } from "react"
import { config } from "../config"
import { wordsOf } from "../format"
import { sdk } from "../sdk"

export interface Product {
  details: HttpTypes.StoreProduct
  /** The cheapest first. */
  variants: HttpTypes.StoreProductVariant[]
}

export interface Products {
  plans: Product
  workshop: Product
}

/** What the shop sells, with prices. */
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
  const { product: details } = await sdk.store.product.retrieve(productId, {
    region_id: config.regionId,
    fields: "*variants.calculated_price",
  })
  return {
    details,
    variants: (details.variants ?? []).toSorted((one, other) => amountOf(one) - amountOf(other)),
  }
}

function amountOf(variant: HttpTypes.StoreProductVariant): number {
  return variant.calculated_price?.calculated_amount ?? Infinity
}
