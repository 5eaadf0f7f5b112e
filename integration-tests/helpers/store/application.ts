/** The Discord application that tests run as. Its secrets are searched for in every log and response. */
export const APPLICATION = {
  client_id: "1100000000000000001",
  client_secret: "test-client-secret-4f0c2b",
  bot_token: "test-bot-token-91d7ae",
  encryption_key: "5e".repeat(32),
}

export const BACKEND_URL = "http://localhost:9000"
export const STOREFRONT_URL = "http://localhost:8000/account"
export const CALLBACK_URL = `${BACKEND_URL}/discord/oauth/callback`

/** The environment that `medusa-config.ts` reads, for a sandbox. */
export function discordEnv(sandboxUrl: string): Record<string, string> {
  return {
    DISCORD_CLIENT_ID: APPLICATION.client_id,
    DISCORD_CLIENT_SECRET: APPLICATION.client_secret,
    DISCORD_BOT_TOKEN: APPLICATION.bot_token,
    DISCORD_ENCRYPTION_KEY: APPLICATION.encryption_key,
    DISCORD_API_URL: `${sandboxUrl}/api`,
    DISCORD_WEB_URL: sandboxUrl,
    DISCORD_REDIRECT_URLS: STOREFRONT_URL,
    MEDUSA_BACKEND_URL: BACKEND_URL,
  }
}
