import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { messageOf } from "../../../modules/discord/engine/deps"
import { completeSignIn } from "../utils/complete-sign-in"
import { listPendingSignIns } from "../utils/pending-sign-ins"

export interface CompleteSignInInput {
  auth_identity_id: string
}

/** Nothing undoes it, and its failure undoes nothing: the sign-in itself stands, and the sweep completes it. */
export const completeSignInStep = createStep(
  "discord-complete-sign-in-step",
  async ({ auth_identity_id }: CompleteSignInInput, { container }) => {
    try {
      const [pending] = await listPendingSignIns(container, { auth_identity_id })
      return new StepResponse(pending ? await completeSignIn(container, pending) : null)
    } catch (error) {
      container
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .warn(`discord: a sign-in is looked at again within a minute: ${messageOf(error)}`)
      return new StepResponse(null)
    }
  },
)
