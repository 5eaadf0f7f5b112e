import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { NewMapping } from "../../../modules/discord/role-mapping/role-mapping.store"

export interface ReplaceRoleMappingsInput {
  variant_ids: string[]
  mappings: NewMapping[]
  /** Who edits: an admin's user id; left out when the plugin does itself. */
  actor_id?: string | undefined
}

/**
 * Saves the mappings as one, and marks those who own the variants at bulk priority; a later step that fails puts back what was
 * there.
 */
export const replaceRoleMappingsStep = createStep(
  "discord-replace-role-mappings",
  async ({ variant_ids, mappings, actor_id }: ReplaceRoleMappingsInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const stored = await discord.listDiscordRoleMappings({ variant_id: variant_ids })
    const before = stored.map(({ variant_id, product_id, role_id, access_days }) => ({
      variant_id,
      product_id,
      role_id,
      access_days,
    }))
    const server_ids = await discord.roleMappings.replace(variant_ids, mappings, actor_id ?? null)
    return new StepResponse(server_ids, { variant_ids, before })
  },
  async (undo, { container }) => {
    if (undo) {
      const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
      discord.engine.wake(await discord.roleMappings.replace(undo.variant_ids, undo.before))
    }
  },
)
