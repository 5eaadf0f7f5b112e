import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { eraseCustomer } from "../utils/erase-customer"

export interface EraseCustomerInput {
  customer_id: string
}

/** Ends and forgets what a deleted customer had. Nothing undoes it: that is its purpose. */
export const eraseCustomerStep = createStep(
  "discord-erase-customer",
  async ({ customer_id }: EraseCustomerInput, { container }) =>
    new StepResponse(await eraseCustomer(container, customer_id)),
)
