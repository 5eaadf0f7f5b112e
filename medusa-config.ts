import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const env = process.env
const urls = (text: string | undefined) => text?.split(",").map((url) => url.trim())

/** Messages to buyers who have not connected Discord, by the channel named. */
function notifications() {
  const { DISCORD_CONNECT_CHANNEL: channel, DISCORD_CONNECT_TEMPLATE: template } = env
  const days = env.DISCORD_REMINDER_DAYS
  return channel
    ? {
        connect: { channel, template: template ?? "discord-connect" },
        ...(days && { reminderDays: Number(days) }),
      }
    : undefined
}

/** Medusa's own provider, which writes what would be sent into the log. */
const localChannels = urls(env.LOCAL_NOTIFICATION_CHANNELS)
const localNotifications = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/notification-local",
        id: "local",
        options: { channels: localChannels },
      },
    ],
  },
}

/** Set only where the environment says something, so that the plugin's own defaults and messages apply. */
const discordOptions = Object.fromEntries(
  Object.entries({
    clientId: env.DISCORD_CLIENT_ID,
    clientSecret: env.DISCORD_CLIENT_SECRET,
    botToken: env.DISCORD_BOT_TOKEN,
    publicKey: env.DISCORD_PUBLIC_KEY,
    encryptionKey: env.DISCORD_ENCRYPTION_KEY,
    apiUrl: env.DISCORD_API_URL,
    webUrl: env.DISCORD_WEB_URL,
    backendUrl: env.MEDUSA_BACKEND_URL ?? "http://localhost:9000",
    redirectUrls: urls(env.DISCORD_REDIRECT_URLS),
    grantOn: env.DISCORD_GRANT_ON,
    notifications: notifications(),
  }).filter(([, value]) => value !== undefined && value !== ""),
)

const redisUrl = env.REDIS_URL

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    redisUrl,
    http: {
      storeCors: env.STORE_CORS ?? "http://localhost:8000",
      adminCors: env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
      jwtSecret: env.JWT_SECRET ?? "development-only",
      cookieSecret: env.COOKIE_SECRET ?? "development-only",
    },
  },
  admin: { disable: env.DISABLE_MEDUSA_ADMIN === "true" },
  modules: [
    { resolve: "./src/modules/discord", options: discordOptions },
    ...(localChannels ? [localNotifications] : []),
  ],
})
