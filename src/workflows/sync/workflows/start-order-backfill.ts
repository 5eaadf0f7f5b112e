import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { ORDER_BACKFILL_STARTED } from "../events"
import { beginOrderBackfillStep, type StartOrderBackfillInput } from "../steps/begin-order-backfill"

export const startOrderBackfillWorkflowId = "discord-start-order-backfill"

/**
 * Starts reading every order there is, those from before the plugin was installed too. Answers at once: the reading is done by
 * whoever hears of it, and should nobody, by the next sweep.
 */
export const startOrderBackfillWorkflow = createWorkflow(
  startOrderBackfillWorkflowId,
  (input: StartOrderBackfillInput) => {
    const run = beginOrderBackfillStep(input)
    emitEventStep({ eventName: ORDER_BACKFILL_STARTED, data: run })
    return new WorkflowResponse(run)
  },
)
