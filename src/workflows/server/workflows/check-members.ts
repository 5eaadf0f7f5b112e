import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { checkMembersStep, type CheckMembersInput } from "../steps/check-members"

export const checkMembersWorkflowId = "discord-check-members"

/** Looks at every member of a server who should hold something, a few at a time, beside all other work. */
export const checkMembersWorkflow = createWorkflow(
  checkMembersWorkflowId,
  (input: CheckMembersInput) => {
    const marked = checkMembersStep(input)
    wakeSyncStep(marked)
    return new WorkflowResponse(marked)
  },
)
