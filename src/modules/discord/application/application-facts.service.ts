import type { DiscordBot } from "../discord-api/bot"
import { isDiscordFailure } from "../discord-api/errors"
import type { DiscordOAuth } from "../discord-api/oauth"
import type { ApplicationFacts } from "./application-checks.rules"

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
    const { id, verify_key, redirect_uris } = await bot.readApplication()
    return { id, verify_key, redirect_uris: redirect_uris ?? null }
  } catch (error) {
    if (isDiscordFailure(error) && error.status === 401) {
      return null
    }
    throw error
  }
}
