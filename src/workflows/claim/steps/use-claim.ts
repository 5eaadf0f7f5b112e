import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface UseClaimInput {
  claim_id: string
  /** The code Discord's consent page gave, and the PKCE verifier it was asked for with. */
  code: string
  verifier: string
}

/** Binds the order to the Discord user who consented, in one transaction. Discord takes the code once: nothing undoes it. */
export const useClaimStep = createStep(
  "discord-use-claim",
  async ({ claim_id, ...code }: UseClaimInput, { container }) => {
    const { claims } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await claims.claim(claim_id, code))
  },
)
