import type { IProductModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

/** Ends mappings whose variant Medusa marks as deleted, and forgets ended ones that nobody has anything of any more. */
export const retireMissingVariantsStep = createStep(
  "discord-retire-missing-variants",
  async (_: undefined, { container }) => {
    const { deleted } = container.resolve<DiscordModuleService>(DISCORD_MODULE).accounts
    const products = container.resolve<IProductModuleService>(Modules.PRODUCT)
    const mapped = await deleted.mappedVariants()
    // Asked for what is deleted, not for what is missing: a lookup that finds too little must not retire anything.
    const gone = await products.listProductVariants(
      { id: mapped, deleted_at: { $ne: null } } as object,
      { withDeleted: true, select: ["id"], take: null },
    )
    const retired = await deleted.retireVariants(gone.map((variant) => variant.id))
    await deleted.dropEnded()
    return new StepResponse(retired)
  },
)
