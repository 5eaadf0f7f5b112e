import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type {
  EditTerms,
  NewMapping,
} from "../../../modules/discord/role-mapping/mapping-plan.rules"
import type DiscordModuleService from "../../../modules/discord/service"

export interface ReplaceRoleMappingsInput {
  variant_ids: string[]
  mappings: NewMapping[]
  terms: EditTerms
  /** Who edits: an admin's user id; left out when the plugin does itself. */
  actor_id?: string | undefined
}

/**
 * Saves the mappings as one, and marks those whom the change concerns at bulk priority; a later step that fails puts back what was
 * there.
 *
 * @throws MedusaError INVALID_DATA
 */
export const replaceRoleMappingsStep = createStep(
  "discord-replace-role-mappings",
  async ({ variant_ids, mappings, terms, actor_id }: ReplaceRoleMappingsInput, { container }) => {
    const { roleMappings } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const before = await roleMappings.snapshot(variant_ids)
    const server_ids = await roleMappings.replace(variant_ids, mappings, actor_id ?? null, terms)
    return new StepResponse(server_ids, { variant_ids, before })
  },
  async (undo, { container }) => {
    if (undo) {
      const { engine, roleMappings } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
      const { mappings, terms } = undo.before
      engine.wake(await roleMappings.replace(undo.variant_ids, mappings, null, terms))
    }
  },
)
