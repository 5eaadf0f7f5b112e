import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { redisModules, workerModeOf } from "./integration-tests/helpers/store/several-processes"
import type { StoreOfSubscriptions } from "./integration-tests/subscription-modules/stores"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const env = process.env
/** What is no text as an option. */
const words: Record<string, boolean> = { true: true, false: false }
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

/** What the plugin's own pages show. */
function hostedPages() {
  const pages = Object.entries({
    storeName: env.DISCORD_STORE_NAME,
    logoUrl: env.DISCORD_LOGO_URL,
    storeUrl: env.DISCORD_STORE_URL,
    supportUrl: env.DISCORD_SUPPORT_URL,
  }).filter(([, value]) => value !== undefined && value !== "")
  return pages.length > 0 ? Object.fromEntries(pages) : undefined
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
const discordOptions: Record<string, unknown> = Object.fromEntries(
  Object.entries({
    clientId: env.DISCORD_CLIENT_ID,
    clientSecret: env.DISCORD_CLIENT_SECRET,
    botToken: env.DISCORD_BOT_TOKEN,
    publicKey: env.DISCORD_PUBLIC_KEY,
    encryptionKey: env.DISCORD_ENCRYPTION_KEY,
    apiUrl: env.DISCORD_API_URL,
    webUrl: env.DISCORD_WEB_URL,
    backendUrl: env.MEDUSA_BACKEND_URL ?? "http://localhost:9000",
    redirectUrls: env.DISCORD_REDIRECT_URLS ? urls(env.DISCORD_REDIRECT_URLS) : undefined,
    hostedPages: hostedPages(),
    grantOn: env.DISCORD_GRANT_ON,
    requireConnection:
      words[env.DISCORD_REQUIRE_CONNECTION ?? ""] ?? env.DISCORD_REQUIRE_CONNECTION,
    gateway: words[env.DISCORD_GATEWAY ?? ""] ?? env.DISCORD_GATEWAY,
    notifications: notifications(),
  }).filter(([, value]) => value !== undefined && value !== ""),
)

/** Suites about subscriptions ask for `recipe` or `reorder`, the demo for its own; each has an entity `subscription`, so one of them. */
const subscriptionStore: StoreOfSubscriptions = env.DISCORD_TEST_SUBSCRIPTIONS
  ? // eslint-disable-next-line @typescript-eslint/no-require-imports
    (require(storePath(env.DISCORD_TEST_SUBSCRIPTIONS)) as { default: StoreOfSubscriptions })
      .default
  : { plugins: [], modules: [], subscriptions: [] }

function storePath(name: string): string {
  return name === "demo" ? "./demo/store" : `./integration-tests/subscription-modules/${name}-store`
}

const redisUrl = env.REDIS_URL

/** Tests sign in hundreds of times: half a second of processor time each with the hashes that a store wants. */
const quickPasswords = { hashConfig: { logN: 4, r: 8, p: 1 } }

/** Where Discord sends browsers back to that sign in: left out, a page beside the first of the storefront's. */
const callbackUrl = urls(env.DISCORD_AUTH_CALLBACK_URL) ?? signInPage(discordOptions.redirectUrls)

function signInPage(pages: unknown): string | undefined {
  const [page] = Array.isArray(pages) ? (pages as string[]) : []
  return page !== undefined && URL.canParse(page)
    ? new URL("/sign-in/discord", page).toString()
    : undefined
}

/** What signing in shares with the plugin's options. */
const SHARED = ["clientId", "clientSecret", "encryptionKey", "apiUrl", "webUrl"]
const signIn = {
  resolve: "./src/providers/auth-discord",
  id: "discord",
  options: {
    ...Object.fromEntries(Object.entries(discordOptions).filter(([name]) => SHARED.includes(name))),
    callbackUrl,
  },
}

/** Without an application there is nobody to sign in at: of what is missing the plugin speaks. */
const auth = {
  resolve: "@medusajs/medusa/auth",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/auth-emailpass",
        id: "emailpass",
        ...(env.QUICK_PASSWORDS === "true" && { options: quickPasswords }),
      },
      ...(discordOptions.clientId && callbackUrl ? [signIn] : []),
    ],
  },
}

/** Only a browser test asks for it: the admin of a store that has react-query twice. */
const secondReactQuery: (() => object) | null =
  env.ADMIN_SECOND_REACT_QUERY === "true"
    ? // eslint-disable-next-line @typescript-eslint/no-require-imports
      (require("./integration-tests/e2e/world/second-react-query") as { default: () => object })
        .default
    : null

const workerMode = workerModeOf(env.MEDUSA_WORKER_MODE)

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    redisUrl,
    ...(workerMode && { workerMode }),
    http: {
      storeCors: env.STORE_CORS ?? "http://localhost:8000",
      adminCors: env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: env.AUTH_CORS ?? "http://localhost:8000,http://localhost:9000",
      jwtSecret: env.JWT_SECRET ?? "development-only",
      cookieSecret: env.COOKIE_SECRET ?? "development-only",
    },
  },
  admin: {
    disable: env.DISABLE_MEDUSA_ADMIN === "true",
    ...(secondReactQuery && { vite: () => ({ plugins: [secondReactQuery()] }) }),
  },
  plugins: subscriptionStore.plugins,
  modules: [
    {
      resolve: "./src/modules/discord",
      options: { ...discordOptions, subscriptions: subscriptionStore.subscriptions },
    },
    ...subscriptionStore.modules,
    ...(env.REDIS_MODULES === "true" && redisUrl ? redisModules(redisUrl) : []),
    ...(localChannels ? [localNotifications] : []),
    auth,
  ],
})
