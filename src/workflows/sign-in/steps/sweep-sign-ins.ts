import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { onceInCluster } from "../../sync/utils/once-in-cluster"
import { sweepSignIns } from "../utils/sweep-sign-ins"

/** Needs no compensation: each sign-in is completed by itself. */
export const sweepSignInsStep = createStep(
  "discord-sweep-sign-ins-step",
  async (_: void, { container }) => {
    await onceInCluster(container, "discord:sweep:sign-ins", () => sweepSignIns(container))
    return new StepResponse(null)
  },
)
