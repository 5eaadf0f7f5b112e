import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from "../../modules/discord"
import type DiscordModuleService from "../../modules/discord/service"

export function discordOf(scope: MedusaContainer): DiscordModuleService {
  return scope.resolve<DiscordModuleService>(DISCORD_MODULE)
}
