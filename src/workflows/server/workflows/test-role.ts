import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { RoleTestInput } from "../../../modules/discord/role-test/role-test.service"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { testRoleStep } from "../steps/test-role"

export const testRoleWorkflowId = "discord-test-role"

/** Shows an admin that the bot can give a role: gives it to a member, takes it back, and tells of each step. */
export const testRoleWorkflow = createWorkflow(testRoleWorkflowId, (input: RoleTestInput) => {
  const tested = testRoleStep(input)
  wakeSyncStep(tested)
  return new WorkflowResponse(tested)
})
