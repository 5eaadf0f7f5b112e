import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sendDueConnectMessagesStep } from "../steps/send-due-connect-messages"

export const sendDueConnectMessagesWorkflowId = "discord-send-due-connect-messages"

/** Sends the messages that orders have left, and the reminders that are due. */
export const sendDueConnectMessagesWorkflow = createWorkflow(
  sendDueConnectMessagesWorkflowId,
  () => new WorkflowResponse(sendDueConnectMessagesStep()),
)
