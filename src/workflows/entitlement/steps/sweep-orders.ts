import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { onceInCluster } from "../../sync/utils/once-in-cluster"
import { sweepOrders, type OrderSweep } from "../utils/sweep-orders"

/** Needs no compensation: what it stores is a projection of the orders, and they still say so. */
export const sweepOrdersStep = createStep(
  "discord-sweep-orders-step",
  async (_: void, { container }) =>
    new StepResponse<OrderSweep | null>(
      await onceInCluster(container, "discord:sweep:orders", () => sweepOrders(container)),
    ),
)
