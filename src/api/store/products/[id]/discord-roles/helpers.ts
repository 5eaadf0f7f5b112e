import { refused } from "../../../../../modules/discord/refused"
import { say } from "../../../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, ProductStatus } from "@medusajs/framework/utils"

/**
 * A storefront is told of a product what Medusa's own route tells it: nothing before it is published, nor in another sales
 * channel.
 *
 * @param channelIds the sales channels of the publishable key
 * @throws MedusaError NOT_FOUND
 */
export async function requireSoldProduct(
  scope: MedusaContainer,
  productId: string,
  channelIds: readonly string[],
): Promise<void> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["status", "sales_channels.id"],
    filters: { id: productId },
  })
  const product = data[0] as
    { status: string; sales_channels?: ({ id: string } | null)[] } | undefined
  const isSoldHere = product?.sales_channels?.some(
    (channel) => channel && channelIds.includes(channel.id),
  )
  if (product?.status !== ProductStatus.PUBLISHED || !isSoldHere) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.product_not_found", { id: productId }))
  }
}
