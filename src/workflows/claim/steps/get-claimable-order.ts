import { claimRefused } from "../../../modules/discord/claim/order-claim.rules"
import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { DISCORD_MODULE } from "../../../modules/discord"
import { claimRefusal } from "../../../modules/discord/claim/order-claim.rules"
import type { ClaimOf } from "../../../modules/discord/claim/order-claim.service"
import type DiscordModuleService from "../../../modules/discord/service"

export interface GetClaimableOrderInput {
  order_id: string
  /** Whom a link was made for; left out while making one. */
  claim_customer_id?: string
}

const orderSchema = z.object({
  id: z.string(),
  customer_id: z.string().nullable(),
  customer: z.object({ has_account: z.boolean() }).nullish(),
})

/**
 * Reads whose an order is now, and whether it may be claimed by a link.
 *
 * @throws MedusaError in words when it may not
 */
export const getClaimableOrderStep = createStep(
  "discord-get-claimable-order",
  async ({ order_id, claim_customer_id }: GetClaimableOrderInput, { container }) => {
    const order = await readOrder(container, order_id)
    const { claims } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const of: ClaimOf = { order_id, customer_id: order.customer_id ?? "" }
    const refusal = claimRefusal({
      customer_id: order.customer_id,
      customer: order.customer ?? null,
      ...(claim_customer_id === undefined ? {} : { claim_customer_id }),
      entitled: await claims.isEntitled(of),
    })
    if (refusal) {
      throw claimRefused(refusal)
    }
    return new StepResponse(of)
  },
)

async function readOrder(
  container: MedusaContainer,
  id: string,
): Promise<z.output<typeof orderSchema>> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id", "customer.id", "customer.has_account"],
    filters: { id },
  })
  if (!data[0]) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.order_not_found", { id }))
  }
  return orderSchema.parse(data[0])
}
