import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** @throws MedusaError NOT_FOUND when there is no such customer */
export const getCustomerStep = createStep(
  "discord-get-customer",
  async ({ customer_id }: { customer_id: string }, { container }) => {
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "customer",
      fields: ["id", "has_account"],
      filters: { id: customer_id },
    })
    const customer = data[0] as { has_account: boolean } | undefined
    if (!customer) {
      throw refused(
        MedusaError.Types.NOT_FOUND,
        say("refusal.customer_not_found", { id: customer_id }),
      )
    }
    return new StepResponse({ customer_id, registered: customer.has_account })
  },
)
