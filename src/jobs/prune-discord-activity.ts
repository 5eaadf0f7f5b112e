import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from "../modules/discord"
import type DiscordModuleService from "../modules/discord/service"

/** Forgets what happened longer ago than `activityRetentionDays`. */
export default async function pruneDiscordActivity(container: MedusaContainer): Promise<void> {
  await container.resolve<DiscordModuleService>(DISCORD_MODULE).pruneActivity()
}

export const config = { name: "prune-discord-activity", schedule: "23 3 * * *" }
