import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { adoptGuestsStep } from "../steps/adopt-guests"
import { getCustomerStep } from "../steps/get-customer"
import { linkAccountStep } from "../steps/link-account"

/** What came back with the consent of a customer. */
export interface LinkAccountInput {
  customer_id: string
  /** The code Discord's consent page gave, and the PKCE verifier it was asked for with. */
  code: string
  verifier: string
}

export const linkAccountWorkflowId = "discord-link-account"

/**
 * Links a customer to the Discord user who consented, and serves what they were waiting for.
 *
 * Hook `accountLinked({ customer_id, account_id })` runs once the link is stored; if it throws, the link ends again.
 */
export const linkAccountWorkflow = createWorkflow(
  linkAccountWorkflowId,
  (input: LinkAccountInput) => {
    const customer = getCustomerStep(input)
    const linked = linkAccountStep(
      transform({ input, customer }, ({ input, customer }) => ({ ...input, ...customer })),
    )
    const accountLinked = createHook(
      "accountLinked",
      transform({ input, linked }, ({ input, linked }) => ({
        customer_id: input.customer_id,
        account_id: linked.account_id,
      })),
    )
    const server_ids = adoptGuestsStep(
      transform({ input, linked }, ({ input, linked }) => ({
        customer_id: input.customer_id,
        server_ids: linked.server_ids,
      })),
    )
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(linked, { hooks: [accountLinked] })
  },
)
