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

/** The consent of a customer. */
export type LinkAccountInput = {
  /** Whose it is. */
  customer_id: string
} & (
  | {
      /** The code Discord's consent page gave. */
      code: string
      /** The PKCE verifier it was asked for with. */
      verifier: string
    }
  | {
      /** Discord's id of the user who signed in. */
      discord_user_id: string
      /** What the sign-in provider left of their consent. */
      sealed_consent: string
    }
)

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
