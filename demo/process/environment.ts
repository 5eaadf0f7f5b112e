import { randomBytes } from "node:crypto"
import type { ApplicationInfo } from "../../integration-tests/discord-sandbox"

export interface Addresses {
  medusa: string
  storefront: string
  discord: string
}

export interface MedusaSettings {
  addresses: Addresses
  databaseUrl: string
  application: ApplicationInfo
  withAdmin: boolean
  /** Takes what programs would write into the home folder. */
  folder: string
}

/** Where Discord sends browsers back to: who connects, and who signs in by the page that `medusa-config.ts` has for them. */
export function redirectUris({ medusa, storefront }: Addresses): string[] {
  return [`${medusa}/discord/oauth/callback`, `${storefront}/sign-in/discord`]
}

/** What `medusa-config.ts` reads. Whatever the caller's shell says about a real store or a real bot is put aside. */
export function medusaEnvironment(settings: MedusaSettings): NodeJS.ProcessEnv {
  const { addresses, application } = settings
  const secret = () => randomBytes(32).toString("hex")
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("DISCORD_"))
  return {
    ...Object.fromEntries(inherited),
    // Development, but not by its full name, which would bundle the admin while somebody waits for it instead of serving
    // its build. In production the session's cookie is marked as secure, and no browser stores that over plain http.
    NODE_ENV: "dev",
    DATABASE_URL: settings.databaseUrl,
    REDIS_URL: "",
    MEDUSA_BACKEND_URL: addresses.medusa,
    STORE_CORS: addresses.storefront,
    ADMIN_CORS: addresses.medusa,
    AUTH_CORS: `${addresses.storefront},${addresses.medusa}`,
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
    DISABLE_MEDUSA_ADMIN: String(!settings.withAdmin),
    MEDUSA_DISABLE_TELEMETRY: "1",
    XDG_CONFIG_HOME: settings.folder,
    DISCORD_CLIENT_ID: application.client_id,
    DISCORD_CLIENT_SECRET: application.client_secret,
    DISCORD_BOT_TOKEN: application.bot_token,
    DISCORD_PUBLIC_KEY: application.public_key,
    DISCORD_ENCRYPTION_KEY: secret(),
    DISCORD_API_URL: `${addresses.discord}/api`,
    DISCORD_WEB_URL: addresses.discord,
    DISCORD_REDIRECT_URLS: `${addresses.storefront}/,${addresses.storefront}/account`,
    DISCORD_TEST_SUBSCRIPTIONS: "demo",
    // Messages to buyers go to Medusa's own provider, which sends nothing: the storefront's mailbox shows what was sent.
    DISCORD_CONNECT_CHANNEL: "email",
    DISCORD_CONNECT_TEMPLATE: "discord-connect",
    LOCAL_NOTIFICATION_CHANNELS: "feed,email",
  }
}
