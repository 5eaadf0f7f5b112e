import type { INotificationModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { Notice } from "../../../modules/discord/admin-desk"
import type DiscordModuleService from "../../../modules/discord/service"

/**
 * Puts what is untold into the dashboard's notification feed. The key makes an entry happen once, though a process may die
 * between telling and remembering, and several may tell at a time: whoever comes second finds it told, or tries again.
 */
export const tellIncidentsStep = createStep("discord-tell-incidents", async (_, { container }) => {
  const { desk } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const notifications = container.resolve<INotificationModuleService>(Modules.NOTIFICATION)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const untold = await desk.reviewIncidents()
  for (const notice of untold) {
    try {
      await notifications.createNotifications(toFeedEntry(notice))
      await desk.markTold(notice)
    } catch (error) {
      logger.warn(
        `discord: "${notice.title}" could not be put into the notification feed and is tried again: ${String(error)}`,
      )
    }
  }
  return new StepResponse(undefined)
})

function toFeedEntry({ incident_id, server_id, kind, title, description }: Notice) {
  return {
    to: "",
    channel: "feed",
    template: "admin-ui",
    data: { title, description },
    idempotency_key: `${incident_id}:${kind}`,
    resource_id: server_id,
    resource_type: "discord_server",
  }
}
