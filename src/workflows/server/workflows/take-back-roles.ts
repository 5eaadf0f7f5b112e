import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { takeBackRolesStep } from "../steps/take-back-roles"

export const takeBackRolesWorkflowId = "discord-take-back-roles"

/** Takes back what tests of roles left behind, as far as Discord confirms it now. */
export const takeBackRolesWorkflow = createWorkflow(takeBackRolesWorkflowId, () => {
  const taken = takeBackRolesStep()
  wakeSyncStep(taken)
  return new WorkflowResponse(taken)
})
