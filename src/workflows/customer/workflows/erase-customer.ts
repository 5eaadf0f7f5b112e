import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { eraseCustomerStep, type EraseCustomerInput } from "../steps/erase-customer"

export const eraseCustomerWorkflowId = "discord-erase-customer"

/**
 * Ends all that a deleted customer had: roles go, tokens are revoked, and who they are in Discord is forgotten as soon as
 * Discord is up to date. Running it twice changes nothing.
 *
 * Hook `customerErased({ customer_id })` runs once it is stored.
 */
export const eraseCustomerWorkflow = createWorkflow(
  eraseCustomerWorkflowId,
  (input: EraseCustomerInput) => {
    const server_ids = eraseCustomerStep(input)
    const customerErased = createHook("customerErased", input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [customerErased] })
  },
)
