import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { getClaimableOrderStep } from "../steps/get-claimable-order"
import { readClaimStep } from "../steps/read-claim"
import { useClaimStep, type UseClaimInput } from "../steps/use-claim"

export const claimOrderWorkflowId = "discord-claim-order"

/**
 * Binds a guest's order to the Discord user who consented, and serves what it gives.
 *
 * Hook `orderClaimed({ order_id, account_id })` runs once it is stored.
 */
export const claimOrderWorkflow = createWorkflow(claimOrderWorkflowId, (input: UseClaimInput) => {
  const claim = readClaimStep(input)
  // The order may have changed hands, or ended, while the guest was at Discord.
  getClaimableOrderStep(claim)
  const claimed = useClaimStep(input)
  const orderClaimed = createHook(
    "orderClaimed",
    transform({ claim, claimed }, ({ claim, claimed }) => ({
      order_id: claim.order_id,
      account_id: claimed.account_id,
    })),
  )
  wakeSyncStep(claimed)
  return new WorkflowResponse(claimed, { hooks: [orderClaimed] })
})
