import { configManager } from "@medusajs/framework/config"
import type { Logger } from "@medusajs/framework/types"
import { rows } from "../../../src/modules/discord/db/db"
import { parseOptions } from "../../../src/modules/discord/options"
import DiscordModuleService from "../../../src/modules/discord/service"
import { APPLICATION, BACKEND_URL, STOREFRONT_URL } from "../../helpers/store/application"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"
import { eventually } from "../../helpers/eventually"

/** Nobody listens there. */
const NOWHERE = "http://127.0.0.1:1"

describe("the module's own steps", () => {
  let database: TestDatabase
  let log: string[]
  let service: DiscordModuleService
  const write = (line: unknown) => void log.push(String(line))

  beforeAll(async () => {
    const http = { storeCors: "", adminCors: "", authCors: "", jwtSecret: "x", cookieSecret: "x" }
    configManager.loadConfig({ projectConfig: { projectConfig: { http } }, baseDir: process.cwd() })
    database = await createDatabase()
  }, 60_000)
  beforeEach(() => {
    log = []
    service = new DiscordModuleService({
      logger: { debug: write, info: write, warn: write, error: write } as unknown as Logger,
      __pg_connection__: database.db,
      discordOptions: parseOptions({
        clientId: APPLICATION.client_id,
        clientSecret: APPLICATION.client_secret,
        botToken: APPLICATION.bot_token,
        encryptionKey: APPLICATION.encryption_key,
        backendUrl: BACKEND_URL,
        redirectUrls: [STOREFRONT_URL],
        apiUrl: NOWHERE,
      }),
    })
  })
  afterEach(async () => {
    await service.__hooks.onApplicationPrepareShutdown()
    await service.__hooks.onApplicationShutdown()
  })
  afterAll(() => database.drop())

  /** As if a table were broken, or its migration had not been run. */
  async function without(table: string, act: () => Promise<void>): Promise<void> {
    await database.db.raw(`alter table ?? rename to ??`, [table, `${table}_away`])
    try {
      await act()
    } finally {
      await database.db.raw(`alter table ?? rename to ??`, [`${table}_away`, table])
    }
  }

  const marked = () => rows(database.db, "select id from discord_membership where generation > 0")

  async function accessThatEnds(): Promise<void> {
    await rows(
      database.db,
      `with server as (
         insert into discord_server (id, guild_id, name) values ('dserv_one', '1100000000000000007', 'One')),
       account as (
         insert into discord_account (id, discord_user_id, username, scopes, status)
         values ('dacc_one', '1100000000000000008', 'ada', '{}', 'linked'))
       insert into discord_membership (id, server_id, account_id, status, generation, recheck_at)
       values ('dmem_one', 'dserv_one', 'dacc_one', 'synced', 0, now() - interval '1 minute')`,
    )
  }

  it("find ends of access whatever else there is to sweep fails, and say what failed", async () => {
    await accessThatEnds()
    await without("discord_oauth_state", async () => {
      await without("discord_page_session", async () => service.sweep())
    })
    expect(await marked()).toHaveLength(1)
    const failed = log.filter((line) => line.includes("is done again in its turn"))
    expect(failed).toHaveLength(2)
    expect(failed[0]).toContain("discord: the sweep of consents failed")
    expect(failed[0]).not.toContain("delete from")
  })

  it("are a sweep that failed when the ends of access cannot be found, and clear away the rest", async () => {
    const expired = () => rows(database.db, "select id from discord_oauth_state")
    await rows(
      database.db,
      `insert into discord_oauth_state (id, state_hash, browser_hash, purpose, actor_id, sealed_verifier, expires_at)
       values ('dstate_old', 'x', 'x', 'link_account', 'cus_one', 'x', now() - interval '1 day')`,
    )
    await without("discord_membership", async () => {
      await expect(service.sweep()).rejects.toThrow("discord_membership")
    })
    expect(await expired()).toEqual([])
  })

  it("begin at the start though one fails, and say which", async () => {
    await without("discord_membership", async () => {
      await service.__hooks.onApplicationStart()
    })
    expect(log.filter((line) => line.includes("at the start"))).toEqual([
      expect.stringContaining("at the start, the first sweep failed: error: relation"),
    ])
    // The clock runs: it says that this process is there.
    await eventually(async () =>
      expect(await rows(database.db, "select id from discord_process")).toHaveLength(1),
    )
  })
})
