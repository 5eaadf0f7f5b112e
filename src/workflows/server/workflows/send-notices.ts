import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { sendNoticesStep } from "../steps/send-notices"

export const sendNoticesWorkflowId = "discord-send-notices"

/** Tells admins, in the dashboard's notification feed, of servers that need them, and when they do not any more. */
export const sendNoticesWorkflow = createWorkflow(sendNoticesWorkflowId, () => {
  sendNoticesStep()
})
