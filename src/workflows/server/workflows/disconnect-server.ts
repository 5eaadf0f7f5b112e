import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { disconnectServerStep, type DisconnectServerInput } from "../steps/disconnect-server"

export const disconnectServerWorkflowId = "discord-disconnect-server"

/**
 * Disconnects a Discord server. Mappings, members and what waits for them are kept until it is connected again.
 *
 * Hook `serverLeaving({ server_id, roles })` runs before anything has changed; if it throws, the server stays connected.
 */
export const disconnectServerWorkflow = createWorkflow(
  disconnectServerWorkflowId,
  (input: DisconnectServerInput) => {
    const serverLeaving = createHook("serverLeaving", input)
    const server_ids = disconnectServerStep(input)
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(server_ids, { hooks: [serverLeaving] })
  },
)
