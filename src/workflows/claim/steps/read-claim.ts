import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

/** A claim by the token of its link, or by its id once the token has been looked at. */
export type ReadClaimInput = { token: string } | { claim_id: string }

/** @throws MedusaError in words when the link does not work (any more) */
export const readClaimStep = createStep(
  "discord-read-claim",
  async (input: ReadClaimInput, { container }) => {
    const { claims } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const claim =
      "token" in input ? await claims.read(input.token) : await claims.retrieve(input.claim_id)
    const { id, order_id, customer_id } = claim
    return new StepResponse({ claim_id: id, order_id, claim_customer_id: customer_id })
  },
)
