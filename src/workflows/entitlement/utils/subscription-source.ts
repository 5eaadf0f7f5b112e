import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../modules/discord"
import { factsOfReadings } from "../../../modules/discord/subscription/subscription-facts.rules"
import type {
  SubscriptionReading,
  SubscriptionSource,
} from "../../../modules/discord/subscription/subscription-sources.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import type { SourceFacts } from "../../../modules/discord/entitlement/entitlement.store"

export function discordOf(container: MedusaContainer): DiscordModuleService {
  return container.resolve<DiscordModuleService>(DISCORD_MODULE)
}

/** @throws MedusaError INVALID_DATA naming the sources there are */
export function findSource(container: MedusaContainer, name: string): SubscriptionSource {
  const { subscriptions } = discordOf(container).options
  const source = subscriptions.find((each) => each.name === name)
  if (!source) {
    const names = subscriptions.map((each) => each.name)
    throw refused(
      MedusaError.Types.INVALID_DATA,
      names.length > 0
        ? say("subscription.no_source", { source: name, sources: names })
        : say("subscription.no_sources", { source: name }),
    )
  }
  return source
}

/** What the store is to hold of one subscription. */
export function factsOf(
  source: SubscriptionSource,
  id: string,
  readings: SubscriptionReading[],
): SourceFacts {
  return {
    source: "subscription",
    source_id: id,
    provider: source.name,
    facts: factsOfReadings(readings, source.graceDays, new Date()),
  }
}
