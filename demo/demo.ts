import type { Cleanup } from "./process/cleanup"
import { connectDiscord, logInAdmin, registerCustomer, type Login } from "./shop/customer"
import { startDatabase } from "./process/database"
import { listenToWebhookEvents, roleId, startDiscord } from "./shop/discord"
import { discordRedirects, medusaEnvironment, type Addresses } from "./process/environment"
import { Medusa } from "./medusa"
import { orderAndWatch } from "./shop/order"
import { choosePorts } from "./process/ports"
import { endOfLog } from "./process/processes"
import { mapRoles, seedShop } from "./shop/seed"
import { connectServer } from "./shop/server-connection"
import { Steps } from "./process/steps"
import { buildStorefront } from "./storefront-build"
import { startStorefront } from "./storefront-server"
import { wordsOf } from "./process/words"
import { createWorkspace } from "./process/workspace"

const ADMIN: Login = { email: "admin@example.com", password: "discord-demo" }
const CUSTOMER: Login = { email: "noah@example.com", password: "discord-demo" }

export interface DemoOptions {
  once: boolean
  stop: AbortSignal
  cleanup: Cleanup
}

export interface DemoResult {
  lastLine: string
  /** Rejects when Medusa ends by itself. */
  ended: Promise<never>
}

/** Builds the whole store, places the order and leaves everything running. */
export async function runDemo({ once, stop, cleanup }: DemoOptions): Promise<DemoResult> {
  const steps = new Steps(stop)
  const workspace = await createWorkspace()
  cleanup.add("the temporary folder", () => workspace.remove())
  const ports = await choosePorts()
  const addresses: Addresses = {
    medusa: `http://127.0.0.1:${ports.medusa}`,
    storefront: `http://127.0.0.1:${ports.storefront}`,
    discord: `http://127.0.0.1:${ports.discord}`,
  }
  const where = process.env.DATABASE_URL ? "a database where DATABASE_URL says" : "PostgreSQL"
  const databaseUrl = await steps.run(`starting ${where}`, () => startDatabase(cleanup))
  const discord = await steps.run("starting the Discord sandbox", () =>
    startDiscord(ports.discord, discordRedirects(addresses), cleanup),
  )
  const { application } = discord
  const { folder } = workspace
  const env = medusaEnvironment({ addresses, databaseUrl, application, withAdmin: !once, folder })
  const medusa = new Medusa(env, folder, stop, cleanup)
  // Beside the migrations, which keep one core busy for long.
  const builds = Promise.all([buildStorefront(), once ? undefined : medusa.buildAdmin()])
  builds.catch(() => undefined)
  await steps.run("making Medusa's tables (about 20 s)", () => medusa.migrate())
  await steps.run("making the admin user", () => medusa.createAdmin(ADMIN.email, ADMIN.password))
  const what = once ? "the storefront" : "the storefront and the admin"
  const [files] = await steps.run(`building ${what}, since the tables`, () => builds)
  const { ended } = await steps.run("starting Medusa", () => medusa.start(addresses.medusa))

  const admin = await steps.run("logging in as admin", () => logInAdmin(addresses.medusa, ADMIN))
  const shop = await steps.run("filling the store", () => seedShop(admin))
  await steps.run("installing the bot in the Discord server", () =>
    connectServer(admin, addresses.medusa, discord),
  )
  await steps.run("switching Discord's webhook events on", () =>
    listenToWebhookEvents(discord, addresses.medusa),
  )
  await steps.run("giving each plan its roles", () =>
    mapRoles(admin, shop, (name) => roleId(discord, name)),
  )
  const { publishableKey } = shop
  await steps.run("opening the storefront", () =>
    startStorefront({ port: ports.storefront, addresses, shop, files, cleanup }),
  )
  const customer = await steps.run("registering a customer", () =>
    registerCustomer(addresses.medusa, publishableKey, CUSTOMER),
  )
  await steps.run("connecting the customer's Discord", () =>
    connectDiscord(customer, addresses.medusa, publishableKey, discord),
  )
  const lastLine = await steps.run("buying Gold", () =>
    orderAndWatch(customer, shop, discord, CUSTOMER.email).catch(async (error: unknown) => {
      const log = await endOfLog(medusa.logFile)
      throw new Error(`${wordsOf(error)}\nThe end of Medusa's log:\n${log}`, { cause: error })
    }),
  )
  if (!once) printLinks(addresses, medusa.logFile)
  return { lastLine, ended }
}

function printLinks({ medusa, storefront, discord }: Addresses, logFile: string): void {
  console.log(`
  Storefront  ${storefront}/  (its Discord stands beside it; ${CUSTOMER.email} / ${CUSTOMER.password}, or sign up)
  Discord     ${discord}/  (watch the roles change)
  Admin       ${medusa}/app  (${ADMIN.email} / ${ADMIN.password})
  Log         ${logFile}
  Ctrl-C stops everything.
`)
}
