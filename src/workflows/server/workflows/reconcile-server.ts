import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { RECONCILE_STARTED } from "../../sync/events"
import { beginReconcileStep, type ReconcileServerInput } from "../steps/begin-reconcile"

export const reconcileServerWorkflowId = "discord-reconcile-server"

/**
 * Holds all members of a server against Discord, and has mended what differs. Answers at once: it is done by whoever hears of it, and
 * should nobody, by the next sweep.
 */
export const reconcileServerWorkflow = createWorkflow(
  reconcileServerWorkflowId,
  (input: ReconcileServerInput) => {
    const run = beginReconcileStep(input)
    emitEventStep({ eventName: RECONCILE_STARTED, data: run })
    return new WorkflowResponse(run)
  },
)
