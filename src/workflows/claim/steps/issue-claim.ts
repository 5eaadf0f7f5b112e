import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { ClaimOf } from "../../../modules/discord/claim/order-claim.service"
import type DiscordModuleService from "../../../modules/discord/service"

/** Makes a new link in place of the order's former ones. The last step that changes anything, so nothing undoes it. */
export const issueClaimStep = createStep(
  "discord-issue-claim",
  async (of: ClaimOf, { container }) => {
    const { claims } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { claim_url, expires_at } = await claims.issue(of)
    return new StepResponse({ claim_url, expires_at: expires_at.toISOString() })
  },
)
