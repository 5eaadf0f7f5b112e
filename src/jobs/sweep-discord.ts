import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from "../modules/discord"
import type DiscordModuleService from "../modules/discord/service"

/** Finds what no wake told of: work of a process that died, ends of access that only the clock knows. */
export default async function sweepDiscord(container: MedusaContainer): Promise<void> {
  await container.resolve<DiscordModuleService>(DISCORD_MODULE).sweep()
}

export const config = { name: "sweep-discord", schedule: "* * * * *" }
