import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

export interface CreateInvitationInput {
  guild_id: string
  name: string
  /** Id of the admin. */
  actor_id: string
}

/** Makes an invitation. It lets one person in, is shown to nobody but who asked, and ends by itself: nothing is undone. */
export const createInvitationStep = createStep(
  "discord-create-invitation",
  async ({ actor_id, ...server }: CreateInvitationInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    return new StepResponse(
      await discord.invitations.create(server, `Invitation for a customer, by ${actor_id}`),
    )
  },
)
