import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createInvitationStep, type CreateInvitationInput } from "../steps/create-invitation"

export const createInvitationWorkflowId = "discord-create-invitation"

/** Makes a link that brings one person into a server. */
export const createInvitationWorkflow = createWorkflow(
  createInvitationWorkflowId,
  (input: CreateInvitationInput) => new WorkflowResponse(createInvitationStep(input)),
)
