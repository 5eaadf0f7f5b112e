import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

/** What is taken back was never the members' own: there is nothing to undo. */
export const takeBackRolesStep = createStep("discord-take-back-roles", async (_, { container }) => {
  const { roleTests } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  return new StepResponse({ server_ids: await roleTests.takeBackLeftovers() })
})
