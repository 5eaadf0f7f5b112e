import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { connectServerStep, type ConnectServerInput } from "../steps/connect-server"

export const connectServerWorkflowId = "discord-connect-server"

/**
 * Connects a Discord server with the code its consent page gave.
 *
 * Hook `serverConnected({ server_id })` runs once it is stored.
 */
export const connectServerWorkflow = createWorkflow(
  connectServerWorkflowId,
  (input: ConnectServerInput) => {
    const connected = connectServerStep(input)
    const serverConnected = createHook(
      "serverConnected",
      transform(connected, ({ server_id }) => ({ server_id })),
    )
    wakeSyncStep(connected)
    return new WorkflowResponse(connected, { hooks: [serverConnected] })
  },
)
