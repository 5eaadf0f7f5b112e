import type { DiscordBot } from "../discord-api/bot"
import { isDiscordFailure } from "../discord-api/errors"
import type { DiscordOAuth } from "../discord-api/oauth"
import { sendsEvents, type ApplicationFacts } from "./application-checks.rules"

/**
 * What Discord says of the application behind the options.
 *
 * @throws DiscordFailure when Discord does not answer
 */
export async function readApplicationFacts(
  bot: DiscordBot,
  oauth: DiscordOAuth,
): Promise<ApplicationFacts> {
  const [bot_application, knows_client] = await Promise.all([
    readBotApplication(bot),
    oauth.knowsClient(),
  ])
  return { bot_application, knows_client }
}

async function readBotApplication(bot: DiscordBot): Promise<ApplicationFacts["bot_application"]> {
  try {
    const application = await bot.readApplication()
    const { id, verify_key, redirect_uris, event_webhooks_url: url } = application
    const event_webhooks =
      url === undefined
        ? null
        : {
            url,
            is_on: sendsEvents(application.event_webhooks_status),
            types: application.event_webhooks_types ?? [],
          }
    return { id, verify_key, redirect_uris: redirect_uris ?? null, event_webhooks }
  } catch (error) {
    if (isDiscordFailure(error) && error.status === 401) {
      return null
    }
    throw error
  }
}
