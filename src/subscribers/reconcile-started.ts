import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { DISCORD_MODULE } from "../modules/discord"
import type DiscordModuleService from "../modules/discord/service"
import { RECONCILE_STARTED } from "../workflows/sync"

/** Reads a server's members where workers work, not where the admin's request is answered. */
export default async function reconcileStarted({
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await container.resolve<DiscordModuleService>(DISCORD_MODULE).reconciles.takeUp()
}

export const config: SubscriberConfig = {
  event: RECONCILE_STARTED,
  context: { subscriberId: "discord-reconcile-started" },
}
