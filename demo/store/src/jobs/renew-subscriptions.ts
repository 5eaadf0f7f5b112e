import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  RECIPE_MODULE,
  type RecipeService,
} from "../../../../integration-tests/subscription-modules/recipe"
import { renewWorkflow } from "../workflows/renew"

/** The recipe's job of each night: renews what is due. What cannot be charged has failed, until it is paid. */
export default async function renewSubscriptions(container: MedusaContainer): Promise<void> {
  const due = await container
    .resolve<RecipeService>(RECIPE_MODULE)
    .listSubscriptions({ status: "active", next_order_date: { $lte: new Date() } })
  for (const { id } of due) await renew(container, id, false)
}

/** @param is_declined what the bank says */
export async function renew(
  container: MedusaContainer,
  id: string,
  is_declined: boolean,
): Promise<void> {
  try {
    await renewWorkflow(container).run({ input: { id, is_declined } })
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`Subscription ${id} was not renewed: ${(error as Error).message}`)
    await container
      .resolve<RecipeService>(RECIPE_MODULE)
      .updateSubscriptions({ id, status: "failed" })
  }
}

export const config = { name: "demo-renew-subscriptions", schedule: "0 0 * * *" }
