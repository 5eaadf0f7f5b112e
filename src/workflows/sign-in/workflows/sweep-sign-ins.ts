import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sweepSignInsStep } from "../steps/sweep-sign-ins"

export const sweepSignInsWorkflowId = "discord-sweep-sign-ins"

/** Completes sign-ins with Discord that a process left half-way, and drops consents that nobody came for within a week. */
export const sweepSignInsWorkflow = createWorkflow(
  sweepSignInsWorkflowId,
  () => new WorkflowResponse(sweepSignInsStep()),
)
