import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

/** Variants that were deleted, by their own ids or by their products'. */
export interface RetireVariantsInput {
  variant_ids?: string[]
  product_ids?: string[]
}

/** Ends the mappings of deleted variants. Nothing undoes it: an id never comes back. */
export const retireVariantsStep = createStep(
  "discord-retire-variants",
  async ({ variant_ids = [], product_ids = [] }: RetireVariantsInput, { container }) => {
    const { deleted } = container.resolve<DiscordModuleService>(DISCORD_MODULE).accounts
    const ofProducts = product_ids.length > 0 ? await deleted.mappedVariants(product_ids) : []
    return new StepResponse(await deleted.retireVariants([...variant_ids, ...ofProducts]))
  },
)
