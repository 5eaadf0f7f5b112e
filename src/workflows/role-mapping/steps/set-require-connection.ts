import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { SetRoleMappingsInput } from "./resolve-role-mappings"

/** Sets whether a product is sold only to connected buyers, where that is said; a later step that fails puts it back. */
export const setRequireConnectionStep = createStep(
  "discord-set-require-connection",
  async (
    {
      product_id,
      require_connection,
      actor_id,
    }: Pick<SetRoleMappingsInput, "product_id" | "require_connection" | "actor_id">,
    { container },
  ) => {
    if (require_connection === undefined) {
      return new StepResponse(undefined)
    }
    const { purchases } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const before = await purchases.retrieveRequirement(product_id)
    await purchases.saveRequirement(product_id, require_connection, actor_id ?? null)
    return new StepResponse(undefined, { product_id, before })
  },
  async (undo, { container }) => {
    if (undo) {
      const { purchases } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
      await purchases.saveRequirement(undo.product_id, undo.before, null)
    }
  },
)
