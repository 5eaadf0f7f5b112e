import { useCallback, useEffect, useState } from "react"
import type { StoreProductDiscordRolesResponse } from "../../types/http"
import type { DiscordClient, ProductRolesQuery } from "../client"

type ProductVariantRoles = StoreProductDiscordRolesResponse["variants"][number]

/** What a product gives in Discord. */
export interface ProductRoles {
  /** Undefined until the answer is there. */
  product: StoreProductDiscordRolesResponse | undefined
  /** What one variant gives; undefined before the answer, and of a variant that is not known. */
  rolesOf: (variantId: string) => ProductVariantRoles | undefined
  error: Error | undefined
  isLoading: boolean
}

/**
 * What each variant of a product gives, and whether the customer would get it now.
 *
 * @param client the same object in every render
 */
export function useProductRoles(
  client: Pick<DiscordClient, "getProductRoles">,
  productId: string,
  { cart_id }: ProductRolesQuery = {},
): ProductRoles {
  const [product, setProduct] = useState<StoreProductDiscordRolesResponse>()
  const [error, setError] = useState<Error>()
  useEffect(() => {
    let isOver = false
    setProduct(undefined)
    setError(undefined)
    client.getProductRoles(productId, cart_id === undefined ? {} : { cart_id }).then(
      (answer) => !isOver && setProduct(answer),
      (failure: unknown) =>
        !isOver && setError(failure instanceof Error ? failure : new Error(String(failure))),
    )
    return () => {
      isOver = true
    }
  }, [client, productId, cart_id])
  const rolesOf = useCallback(
    (variantId: string) => product?.variants.find(({ variant_id }) => variant_id === variantId),
    [product],
  )
  return { product, rolesOf, error, isLoading: !product && !error }
}
