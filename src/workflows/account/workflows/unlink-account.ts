import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { unlinkAccountStep, type UnlinkAccountInput } from "../steps/unlink-account"

export const unlinkAccountWorkflowId = "discord-unlink-account"

/**
 * Disconnects a customer from Discord: tokens revoked, roles taken back.
 *
 * Hook `accountUnlinked({ customer_id })` runs once the link is gone.
 */
export const unlinkAccountWorkflow = createWorkflow(
  unlinkAccountWorkflowId,
  (input: UnlinkAccountInput) => {
    const server_ids = unlinkAccountStep(input)
    const accountUnlinked = createHook("accountUnlinked", input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [accountUnlinked] })
  },
)
