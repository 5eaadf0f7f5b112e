import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import { messageOf } from "../../../modules/discord/engine/deps"
import { findVerifiedGuests } from "../utils/verified-guests"

export interface AdoptGuestsInput {
  customer_id: string
  /** Servers that have work already. */
  server_ids: string[]
}

/**
 * Gives a customer who has just connected Discord what they bought as a guest with the e-mail address they have verified. The
 * sweep does it when this fails: the connection itself stands. Its undoing is that of the link, which ends all of an account's.
 *
 * @returns the servers that have work now
 */
export const adoptGuestsStep = createStep(
  "discord-adopt-guests",
  async ({ customer_id, server_ids }: AdoptGuestsInput, { container }) => {
    try {
      const { guests } = container.resolve<DiscordModuleService>(DISCORD_MODULE).accounts
      const adopted = await guests.adopt(await findVerifiedGuests(container, [customer_id]))
      return new StepResponse([...new Set([...server_ids, ...adopted])])
    } catch (error) {
      container
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .warn(
          `discord: guest orders of customer ${customer_id} are looked for again within a minute: ${messageOf(error)}`,
        )
      return new StepResponse(server_ids)
    }
  },
)
