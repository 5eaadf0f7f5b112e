import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from "../modules/discord"
import type DiscordModuleService from "../modules/discord/service"

/** Looks whether what an admin had to mend in Discord has been mended, and goes on with the work that was kept. */
export default async function healDiscord(container: MedusaContainer): Promise<void> {
  await container.resolve<DiscordModuleService>(DISCORD_MODULE).engine.heal()
}

export const config = { name: "heal-discord", schedule: "* * * * *" }
