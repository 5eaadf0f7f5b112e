import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../src/modules/discord"
import type { DiscordMembership } from "../../../src/modules/discord/models"
import type DiscordModuleService from "../../../src/modules/discord/service"
import { connectServer, createAdmin, signInAdmin } from "./admin"
import { APPLICATION } from "./application"
import type { Buyer } from "../account/buyers"
import { Customer } from "../account/customer"
import { eventually } from "../eventually"
import { Evidence } from "./evidence"
import { DiscordWorld, ROLE_NAMES, type RoleName } from "../server/discord"
import type { HttpClient } from "./http"
import { seedStore, type TestStore } from "./store"
import { ROOT } from "../../root"

/** What every test of a suite starts with: a store, an admin, and a Discord server with the bot in it. */
export interface Scene {
  container: MedusaContainer
  baseUrl: string
  store: TestStore
  admin: HttpClient
  discord: DiscordWorld
  service: DiscordModuleService
  db: Knex
  databaseUrl: string
  /** Where to look for secrets that got out. */
  evidence: Evidence
  /** A registered customer, and the Discord user they are. */
  newBuyer: (name: string) => Promise<Buyer>
  /** Connects the server and maps each variant to the role of its name. @returns the server's id */
  setUp: () => Promise<string>
  map: (roles: Partial<Record<RoleName, RoleName[]>>) => Promise<void>
  cancel: (orderId: string) => Promise<void>
  /** Waits until an order's event was handled and no membership has work left. */
  settled: (orderId?: string) => Promise<void>
  /** Where a Discord user stands in the server, as the store sees it. */
  membershipOf: (userId: string) => Promise<InferTypeOf<typeof DiscordMembership> | undefined>
}

/** Bulk work may wait for the end of Discord's window of ten seconds, and for that of the next. */
const PATIENCE_MS = 30_000

export interface SuiteOptions {
  /** The store listens to the gateway, and Discord tells it of members. */
  gateway?: boolean
}

/** A suite on a real Medusa, a real PostgreSQL and the Discord sandbox. Each test starts from the seeded store. */
export function storeSuite(
  name: string,
  tests: (scene: () => Scene) => void,
  { gateway = false }: SuiteOptions = {},
): void {
  process.env.DISCORD_GATEWAY = String(gateway)
  jest.setTimeout(120_000)
  const evidence = new Evidence()
  evidence.listen()
  if (gateway) {
    // Before the store boots: a token that Discord refuses is not tried again for minutes.
    beforeAll(() => createDiscord(gateway))
  }
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: ROOT,
    testSuite: ({ api, dbConfig, getContainer }) => {
      describe(name, () => {
        let store: TestStore
        let scene: Scene

        beforeAll(async () => {
          await createAdmin(getContainer())
          store = await seedStore(getContainer())
        })

        beforeEach(async () => {
          const baseUrl = (api as { defaults: { baseURL: string } }).defaults.baseURL
          scene = await createScene({
            container: getContainer(),
            baseUrl,
            databaseUrl: dbConfig.clientUrl,
            store,
            evidence,
            gateway,
          })
        })

        afterEach(async () => {
          await scene.service.reconciles.idle()
          await scene.service.engine.idle()
          await evidence.collect(scene.db, scene.discord.control)
        })

        tests(() => scene)

        describe("in all of this", () => {
          it("no response, log or table gave a secret away", () => {
            const { secrets, sources } = evidence.size()
            expect(sources).toEqual(
              expect.arrayContaining(["response", "logger", "table discord_activity_entry"]),
            )
            expect(secrets).toBeGreaterThan(Object.keys(APPLICATION).length)
            expect(evidence.leaks()).toEqual([])
          })
        })
      })
    },
  })
}

function createDiscord(gateway: boolean): Promise<DiscordWorld> {
  const url = process.env.DISCORD_SANDBOX_URL ?? ""
  return DiscordWorld.create(url, { guild_members_intent: gateway })
}

async function createScene(
  given: Pick<Scene, "container" | "baseUrl" | "databaseUrl" | "store" | "evidence"> & {
    gateway: boolean
  },
): Promise<Scene> {
  const { container, baseUrl, store, gateway } = given
  const discord = await createDiscord(gateway)
  const admin = await signInAdmin(baseUrl)
  const service = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
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
    ...given,
    admin,
    discord,
    map,
    service,
    db,
    cancel: async (orderId) => {
      await admin.send(`/admin/orders/${orderId}/cancel`, { method: "POST" })
    },
    settled: (orderId) =>
      eventually(async () => {
        if (orderId !== undefined) {
          expect(await db("discord_entitlement").where({ source_id: orderId })).not.toEqual([])
        }
        // An edit of a mapping answers when it has waited long enough, and goes on marking its owners.
        const edits = db("discord_sync_run").where({ kind: "role_mapping", status: "running" })
        expect(await edits.whereNull("marked_at")).toEqual([])
        // Who waits to join is looked after again much later: that is settled too.
        const working = db("discord_membership").whereIn("status", ["due", "retrying"])
        expect(await working.orWhereNotNull("lease_id")).toEqual([])
      }, PATIENCE_MS),
    membershipOf: async (userId) => {
      const [membership] = await service.listDiscordMemberships({
        account: { discord_user_id: userId },
      })
      return membership
    },
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
