import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sendConnectMessageStep, type SendConnectMessageInput } from "../steps/send-connect-message"

export const sendConnectMessageWorkflowId = "discord-send-connect-message"

/** Sends the message that asks an order's buyer to connect Discord, again if need be. */
export const sendConnectMessageWorkflow = createWorkflow(
  sendConnectMessageWorkflowId,
  (input: SendConnectMessageInput) => new WorkflowResponse(sendConnectMessageStep(input)),
)
