import { publicKeyOf, signingKey } from "../../discord-sandbox/state/signing-key"

/** The Discord application that tests run as. Its secrets are searched for in every log and response. */
export const APPLICATION = {
  client_id: "1100000000000000001",
  client_secret: "test-client-secret-4f0c2b",
  bot_token: "test-bot-token-91d7ae",
  encryption_key: "5e8d1f3ca90b47e6d2f1843b7c60a95e17c2f84da63b90e5581fd7c4326ab09e",
}

/** As the developer portal shows it. */
export const PUBLIC_KEY = publicKeyOf(signingKey(APPLICATION.client_secret))

export const BACKEND_URL = "http://localhost:9000"
export const STOREFRONT_URL = "http://localhost:8000/account"
export const CALLBACK_URL = `${BACKEND_URL}/discord/oauth/callback`

/** Where Discord sends browsers back to that sign in: as `medusa-config.ts` derives it. */
export const SIGN_IN_URL = "http://localhost:8000/sign-in/discord"

/** Where Discord sends browsers back to, of a store whose suite gave it another address than `BACKEND_URL`. */
export function callbackUrl(): string {
  return `${process.env.MEDUSA_BACKEND_URL ?? BACKEND_URL}/discord/oauth/callback`
}

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
