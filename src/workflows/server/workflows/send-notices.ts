import { createWorkflow } from "@medusajs/framework/workflows-sdk"
import { tellIncidentsStep } from "../steps/tell-incidents"

export const tellIncidentsWorkflowId = "discord-tell-incidents"

/** Tells admins, in the dashboard's notification feed, of servers that need them, and when they do not any more. */
export const tellIncidentsWorkflow = createWorkflow(tellIncidentsWorkflowId, () => {
  tellIncidentsStep()
})
