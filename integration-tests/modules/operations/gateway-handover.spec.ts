import { SandboxClient } from "../../discord-sandbox"
import { createEngine, createGateway } from "../../helpers/engine/engine"
import { EngineProcess } from "../../helpers/engine/engine-process"
import { eventually } from "../../helpers/eventually"
import { prepareDiscord } from "../../helpers/server/connected-server"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"

const PATIENCE_MS = 20_000

describe("listening to the gateway, in several processes", () => {
  const sandboxUrl = process.env.DISCORD_SANDBOX_URL ?? ""
  const control = new SandboxClient(sandboxUrl)
  let database: TestDatabase

  beforeAll(async () => {
    database = await createDatabase()
    await prepareDiscord(control)
  }, 60_000)
  afterAll(() => database.drop())

  const owner = async () => {
    const leases = database.db("discord_lease").where({ id: "gateway" })
    const [lease] = (await leases.where("expires_at", ">", database.db.fn.now())) as {
      owner: string
    }[]
    return lease?.owner
  }
  const connected = async () =>
    (await control.gatewayState()).sessions.filter((session) => session.connected).length

  it("is done by one, by another as soon as that is killed, and by nobody after a shutdown", async () => {
    const first = new EngineProcess({
      databaseUrl: database.url,
      sandboxUrl,
      times: {},
      listens: true,
    })
    await first.begin()
    await eventually(async () => expect(await connected()).toBe(1), PATIENCE_MS)
    const before = await owner()
    const second = createEngine({ db: database.db, sandboxUrl })
    const gateway = createGateway(second)
    gateway.start()
    try {
      // It waits: one session is all there was.
      expect(before).toBeDefined()
      expect((await control.gatewayState()).identifies).toBe(1)
      await first.kill()
      await eventually(async () => {
        expect(await owner()).toBe(second.deps.leases.owner)
        expect(await connected()).toBe(1)
      }, PATIENCE_MS)
      expect((await control.gatewayState()).identifies).toBe(2)
    } finally {
      await gateway.stop()
      await second.close()
      await first.kill()
    }
    expect(await owner()).toBeUndefined()
    expect(await connected()).toBe(0)
  }, 60_000)
})
