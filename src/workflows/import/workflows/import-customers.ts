import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { importCustomersStep, type ImportCustomersInput } from "../steps/import-customers"

export type { ImportCustomersInput }

export const importCustomersWorkflowId = "discord-import-customers"

/**
 * Gives many customers access, links them, or both, from a CSV file; or says what that would do. Each row is a workflow of its own
 * (`importCustomerWorkflow`), so a bad one stops no other, and what is done stays done. It works for some seconds, then says
 * where to go on: the same file again with that `offset`. The same file once more changes nothing.
 *
 * @returns what became of each row, and `next_offset`: null when the file is done
 */
export const importCustomersWorkflow = createWorkflow(
  importCustomersWorkflowId,
  (input: ImportCustomersInput) => new WorkflowResponse(importCustomersStep(input)),
)
