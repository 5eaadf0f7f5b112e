import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { configManager } from "@medusajs/framework/config"
import { DISCORD_MODULE } from "../modules/discord"
import { readPath } from "../modules/discord/subscription/subscription-facts.rules"
import { readSources } from "../modules/discord/subscription/subscription-options.rules"
import { subscriptionRecordChanged } from "../workflows/entitlement/utils/subscription-changed"

const sources = readSources(configuredOptions())

/** Which event it was makes no difference: the subscription itself says what it gives. */
export default async function subscriptionChanged({
  event: { name, data },
  container,
}: SubscriberArgs): Promise<void> {
  for (const source of sources) {
    for (const { idPath } of source.events.filter((event) => event.name === name)) {
      const ids = readPath(data, idPath).map(String)
      await subscriptionRecordChanged(container, { source: source.name, ids, event: name })
    }
  }
}

export const config: SubscriberConfig = {
  event: [...new Set(sources.flatMap((source) => source.events.map((event) => event.name)))],
  context: { subscriberId: "discord-subscription-changed" },
}

/** Subscribers are loaded before modules are, and after the configuration: the plugin's options are there already. */
function configuredOptions(): unknown {
  const modules = configManager.config.modules as Record<string, unknown> | undefined
  const declared = modules?.[DISCORD_MODULE]
  return typeof declared === "object" && declared !== null && "options" in declared
    ? declared.options
    : undefined
}
