import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readOrderFacts } from "../utils/read-order-facts"

export interface GetOrderFactsInput {
  order_id: string
}

/**
 * Reads what an order says now.
 *
 * @returns null when the order belongs to nobody: there is nobody to entitle
 */
export const getOrderFactsStep = createStep(
  "discord-get-order-facts",
  async ({ order_id }: GetOrderFactsInput, { container }) => {
    const { orders, failures } = await readOrderFacts(container, [order_id])
    if (failures.has(order_id)) {
      throw failures.get(order_id)
    }
    const order = orders.get(order_id)
    if (order === undefined) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.order_not_found", { id: order_id }))
    }
    return new StepResponse(order)
  },
)
