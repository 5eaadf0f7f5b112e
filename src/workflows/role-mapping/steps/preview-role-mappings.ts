import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { ReplaceRoleMappingsInput } from "./replace-role-mappings"

/** Counts whom saving would touch, and changes nothing. */
export const previewRoleMappingsStep = createStep(
  "discord-preview-role-mappings",
  async ({ variant_ids, mappings, terms }: ReplaceRoleMappingsInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await discord.roleMappings.preview(variant_ids, mappings, terms))
  },
)
