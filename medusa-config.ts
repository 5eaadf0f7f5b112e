import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const env = process.env
const urls = (text: string | undefined) => text?.split(",").map((url) => url.trim())

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
  }).filter(([, value]) => value !== undefined && value !== ""),
)

/** Only suites about subscriptions ask for these: modules as a store with subscriptions has them. */
const subscriptionModules =
  env.DISCORD_TEST_SUBSCRIPTIONS === "true"
    ? // eslint-disable-next-line @typescript-eslint/no-require-imports
      (require("./integration-tests/subscription-modules") as {
        modules: { resolve: string }[]
        subscriptions: unknown[]
      })
    : { modules: [], subscriptions: [] }

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
    {
      resolve: "./src/modules/discord",
      options: { ...discordOptions, subscriptions: subscriptionModules.subscriptions },
    },
    ...subscriptionModules.modules,
  ],
})
