import type { INotificationModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { answered, render } from "../../../messages"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { Notice } from "../../../modules/discord/incident/notice"
import { messageOf } from "../../../modules/discord/engine/deps"
import type DiscordModuleService from "../../../modules/discord/service"

/**
 * Puts notices that are pending into the dashboard's notification feed. The key makes an entry happen once, though a process may die
 * between sending one and remembering it, and several may send at a time: whoever comes second finds it sent, or tries again.
 */
export const sendNoticesStep = createStep("discord-send-notices", async (_, { container }) => {
  const { incidents, reconciles } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const notifications = container.resolve<INotificationModuleService>(Modules.NOTIFICATION)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const notices = [...(await incidents.review()), ...(await reconciles.notices())]
  for (const notice of notices) {
    try {
      await notifications.createNotifications(toFeedEntry(notice))
      await notice.markSent()
    } catch (error) {
      logger.warn(
        `discord: "${render(notice.title)}" could not be put into the notification feed and is tried again: ${messageOf(error)}`,
      )
    }
  }
  return new StepResponse(undefined)
})

function toFeedEntry({ key, server_id, title, description }: Notice) {
  return {
    to: "",
    channel: "feed",
    template: "admin-ui",
    // The feed shows these as they are; their details are for who shows it in another language.
    data: { ...answered("title", title), ...answered("description", description) },
    idempotency_key: key,
    resource_id: server_id,
    resource_type: "discord_server",
  }
}
