import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { RoleTestInput } from "../../../modules/discord/role-test/role-test.service"
import type DiscordModuleService from "../../../modules/discord/service"

/** Gives a role and takes it back: it undoes itself, and what it cannot, the clock does. */
export const testRoleStep = createStep(
  "discord-test-role",
  async (input: RoleTestInput, { container }) => {
    const { roleTests } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(await roleTests.test(input))
  },
)
