import type { Cleanup } from "../../../demo/process/cleanup"
import { logInAdmin, type Login } from "../../../demo/shop/customer"
import { startDatabase } from "../../../demo/process/database"
import { medusaEnvironment, redirectUris, type Addresses } from "../../../demo/process/environment"
import { Medusa } from "../../../demo/medusa"
import { seedShop } from "../../../demo/shop/seed"
import type { Steps } from "../../../demo/process/steps"
import { buildStorefront } from "../../../demo/storefront-build"
import { startStorefront } from "../../../demo/storefront-server"
import { createWorkspace } from "../../../demo/process/workspace"
import { startDiscordSandbox } from "../../discord-sandbox"
import { freePort } from "../../helpers/store/postgres"
import type { World } from "./addresses"
import { buildAdminOnce } from "./admin-build"

const ADMIN: Login = { email: "admin@example.com", password: "discord-e2e" }
export interface BuiltWorld {
  world: World
  /** Takes in what changed in `src`; the database stays as it is. */
  restart: () => Promise<void>
}

/**
 * A whole store as the demo runs it, on free ports: PostgreSQL, the Discord sandbox, Medusa with its built admin and one
 * product, and a storefront. No Discord server is connected: tests begin where an admin does.
 */
export async function buildWorld(
  steps: Steps,
  stop: AbortSignal,
  cleanup: Cleanup,
): Promise<BuiltWorld> {
  const workspace = await createWorkspace()
  cleanup.add("the temporary folder", () => workspace.remove())
  const { folder } = workspace
  const addresses: Addresses = {
    medusa: `http://127.0.0.1:${await freePort()}`,
    storefront: `http://127.0.0.1:${await freePort()}`,
    discord: "",
  }
  const databaseUrl = await steps.run("starting PostgreSQL", () => startDatabase(cleanup))
  const sandbox = await startDiscordSandbox()
  cleanup.add("the Discord sandbox", () => sandbox.close())
  addresses.discord = sandbox.url
  const application = await sandbox.control.createApplication({
    name: "Example Store",
    redirect_uris: redirectUris(addresses),
  })

  const settings = { addresses, databaseUrl, application, withAdmin: true, folder }
  const env = medusaEnvironment(settings)
  const medusa = new Medusa(env, folder, stop, cleanup)
  const builds = Promise.all([buildStorefront(), buildAdminOnce(medusa)])
  builds.catch(() => undefined)
  await steps.run("making Medusa's tables", () => medusa.migrate())
  await steps.run("making the admin user", () => medusa.createAdmin(ADMIN.email, ADMIN.password))
  const [files] = await steps.run("building the admin, since the tables", () => builds)
  let server = await steps.run("starting Medusa", () => medusa.start(addresses.medusa))

  const sdk = await logInAdmin(addresses.medusa, ADMIN)
  const shop = await steps.run("filling the store", () => seedShop(sdk))
  const port = Number(new URL(addresses.storefront).port)
  await startStorefront({ port, addresses, shop, files, cleanup })
  const { sales_channels } = await sdk.admin.salesChannel.list({ name: "Storefront" })
  const { publishableKey, regionId, productId, workshopId } = shop
  const world: World = {
    addresses,
    databaseUrl,
    application,
    admin: ADMIN,
    shop: {
      publishableKey,
      regionId,
      productId,
      workshopId,
      salesChannelId: sales_channels[0]?.id ?? "",
    },
    environment: ownSettings(env),
    logFile: medusa.logFile,
  }
  const restart = async () => {
    await steps.run("building the admin, if it changed", () => buildAdminOnce(medusa))
    await server.stop()
    server = await steps.run("starting Medusa again", () => medusa.start(addresses.medusa))
  }
  return { world, restart }
}

/** Of an environment, what is not this process's anyway. */
function ownSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && entry[1] !== process.env[entry[0]],
    ),
  )
}
