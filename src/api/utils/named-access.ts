import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { EntitlementSource } from "../../modules/discord/statuses.rules"
import type { AdminDiscordVariant } from "../../types/http"

interface Unnamed {
  source: EntitlementSource
  source_id: string
  variant_id: string
}

interface Names {
  variant: AdminDiscordVariant
  display_id: number | null
}

interface FoundVariant {
  id: string
  title: string | null
  product: { id: string; title: string } | null
}

/** What the shop calls the variants and orders behind some access: two reads, whatever their number. */
export async function namesOf(
  scope: MedusaContainer,
  access: readonly Unnamed[],
): Promise<(one: Unnamed) => Names> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const variantIds = [...new Set(access.map((one) => one.variant_id))]
  const orderIds = [
    ...new Set(access.filter((one) => one.source === "order").map((one) => one.source_id)),
  ]
  const [variants, orders] = await Promise.all([
    variantIds.length === 0
      ? []
      : query
          .graph({
            entity: "product_variant",
            fields: ["id", "title", "product.id", "product.title"],
            filters: { id: variantIds },
          })
          .then(({ data }) => data as FoundVariant[]),
    orderIds.length === 0
      ? []
      : query
          .graph({ entity: "order", fields: ["id", "display_id"], filters: { id: orderIds } })
          .then(({ data }) => data as { id: string; display_id: number }[]),
  ])
  const variantById = new Map(variants.map((variant) => [variant.id, variant]))
  const numberById = new Map(orders.map((order) => [order.id, order.display_id]))
  return ({ source, source_id, variant_id }) => {
    const variant = variantById.get(variant_id)
    return {
      variant: {
        id: variant_id,
        title: variant?.title ?? null,
        product_id: variant?.product?.id ?? null,
        product_title: variant?.product?.title ?? null,
      },
      display_id: source === "order" ? (numberById.get(source_id) ?? null) : null,
    }
  }
}
