import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { ORDER_BACKFILL_STARTED, RECONCILE_STARTED } from "../events"
import type { SyncRunInput } from "../steps/cancel-sync-run"
import { resumeSyncRunStep } from "../steps/resume-sync-run"

export const resumeSyncRunWorkflowId = "discord-resume-sync-run"

/** Lets a canceled piece of bulk work go on from where it was. */
export const resumeSyncRunWorkflow = createWorkflow(
  resumeSyncRunWorkflowId,
  (input: SyncRunInput) => {
    const run = resumeSyncRunStep(input)
    when({ run }, ({ run }) => run.kind === "order_backfill").then(() => {
      emitEventStep({ eventName: ORDER_BACKFILL_STARTED, data: input })
    })
    when("reconcile-resumed", { run }, ({ run }) => run.kind === "reconcile").then(() => {
      emitEventStep({ eventName: RECONCILE_STARTED, data: input }).config({
        name: "emit-reconcile-resumed",
      })
    })
    return new WorkflowResponse(run)
  },
)
