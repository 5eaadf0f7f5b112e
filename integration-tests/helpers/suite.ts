import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import path from "node:path"
import { DISCORD_MODULE } from "../../src/modules/discord"
import type DiscordModuleService from "../../src/modules/discord/service"
import { connectServer, createAdmin, signInAdmin } from "./admin"
import { Customer } from "./customer"
import { DiscordWorld, ROLE_NAMES, type RoleName } from "./discord"
import type { HttpClient } from "./http"
import { seedStore, type TestStore } from "./store"

/** What every test of a suite starts with: a store, an admin, and a Discord server with the bot in it. */
export interface Scene {
  container: MedusaContainer
  baseUrl: string
  store: TestStore
  admin: HttpClient
  discord: DiscordWorld
  service: DiscordModuleService
  /** A registered customer, and the Discord user they are. */
  newBuyer: (name: string) => Promise<{ customer: Customer; userId: string }>
  /** Connects the server and maps each variant to the role of its name. @returns the server's id */
  setUp: () => Promise<string>
  map: (roles: Partial<Record<RoleName, RoleName[]>>) => Promise<void>
}

/** A suite on a real Medusa, a real PostgreSQL and the Discord sandbox. Each test starts from the seeded store. */
export function storeSuite(name: string, tests: (scene: () => Scene) => void): void {
  jest.setTimeout(120_000)
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: path.resolve(__dirname, "../.."),
    testSuite: ({ api, getContainer }) => {
      describe(name, () => {
        let store: TestStore
        let scene: Scene

        beforeAll(async () => {
          await createAdmin(getContainer())
          store = await seedStore(getContainer())
        })

        beforeEach(async () => {
          const baseUrl = (api as { defaults: { baseURL: string } }).defaults.baseURL
          scene = await createScene(getContainer(), baseUrl, store)
        })

        afterEach(async () => {
          await scene.service.engine.idle()
        })

        tests(() => scene)
      })
    },
  })
}

async function createScene(
  container: MedusaContainer,
  baseUrl: string,
  store: TestStore,
): Promise<Scene> {
  const discord = await DiscordWorld.create(process.env.DISCORD_SANDBOX_URL ?? "")
  const admin = await signInAdmin(baseUrl)
  const map: Scene["map"] = async (roles) => {
    await admin.send(`/admin/products/${store.productId}/discord-roles`, {
      body: {
        variants: Object.entries(roles).map(([variant, names]) => ({
          variant_id: store.variants[variant as RoleName],
          roles: names.map((role) => ({ role_id: discord.roles[role] })),
        })),
      },
    })
  }
  return {
    container,
    baseUrl,
    store,
    admin,
    discord,
    map,
    service: container.resolve<DiscordModuleService>(DISCORD_MODULE),
    newBuyer: async (buyer) => ({
      customer: await Customer.register(baseUrl, store, `${buyer}@test.store`),
      userId: await discord.createUser(buyer),
    }),
    setUp: async () => {
      const serverId = await connectServer(admin, discord)
      await map(Object.fromEntries(ROLE_NAMES.map((role) => [role, [role]])))
      return serverId
    },
  }
}
