import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { onceInCluster } from "../../sync/utils/once-in-cluster"
import { sweepGuests } from "../utils/sweep-guests"

/** Needs no compensation: a guest who has proven who they are stays who they are. */
export const sweepGuestsStep = createStep(
  "discord-sweep-guests-step",
  async (_: void, { container }) =>
    new StepResponse(
      (await onceInCluster(container, "discord:sweep:guests", () => sweepGuests(container))) ?? [],
    ),
)
