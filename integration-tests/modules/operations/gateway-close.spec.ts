import { setTimeout as sleep } from "node:timers/promises"
import { SandboxClient } from "../../discord-sandbox"
import { createEngine, createGateway, type TestEngine } from "../../helpers/engine/engine"
import { eventually } from "../../helpers/eventually"
import { prepareDiscord } from "../../helpers/server/connected-server"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"

/** The library comes back half a second after a connection was lost. Nothing else says that it does not. */
const COMES_BACK_MS = 1_500

describe("a connection to the gateway that is closed", () => {
  const sandboxUrl = process.env.DISCORD_SANDBOX_URL ?? ""
  const control = new SandboxClient(sandboxUrl)
  let database: TestDatabase
  let engine: TestEngine
  let gateway: ReturnType<typeof createGateway>

  beforeAll(async () => {
    database = await createDatabase()
  }, 60_000)
  afterAll(() => database.drop())

  beforeEach(async () => {
    await prepareDiscord(control)
    engine = createEngine({ db: database.db, sandboxUrl })
    gateway = createGateway(engine)
  })
  afterEach(async () => {
    await control.configure({ gateway: { refuse_upgrades: false, hold_ready: false } })
    await gateway.stop()
    await engine.close()
  })

  const isConnected = () =>
    eventually(async () => {
      const { sessions } = await control.gatewayState()
      expect(sessions.filter(({ connected }) => connected)).toHaveLength(1)
      expect(gateway.state?.connected_at).toEqual(expect.any(String))
    })

  async function staysClosed(): Promise<void> {
    const { upgrades } = await control.gatewayState()
    await sleep(COMES_BACK_MS)
    expect(await control.gatewayState()).toMatchObject({ upgrades, connections: 0 })
  }

  it("stays closed where a proxy let no WebSocket through: there is one try at a time, and one session after all", async () => {
    await control.configure({ gateway: { refuse_upgrades: true } })
    gateway.start()
    await eventually(async () => {
      expect((await control.gatewayState()).upgrades).toBeGreaterThanOrEqual(2)
      expect(gateway.state?.trouble).toBe("unreachable")
    })
    await control.configure({ gateway: { refuse_upgrades: false } })
    await isConnected()
    const { upgrades } = await control.gatewayState()
    await sleep(COMES_BACK_MS)
    expect(await control.gatewayState()).toMatchObject({ upgrades, identifies: 1, connections: 1 })
  })

  it("stays closed when nobody wants it any more, in the middle of such tries", async () => {
    await control.configure({ gateway: { refuse_upgrades: true } })
    gateway.start()
    await eventually(async () => {
      expect((await control.gatewayState()).upgrades).toBeGreaterThanOrEqual(1)
    })
    await gateway.stop()
    await control.configure({ gateway: { refuse_upgrades: false } })
    await staysClosed()
    expect((await control.gatewayState()).identifies).toBe(0)
  })

  it("ends while READY is awaited, gives back the lease, and does not identify again", async () => {
    await control.configure({ gateway: { hold_ready: true } })
    gateway.start()
    await eventually(async () => expect((await control.gatewayState()).identifies).toBe(1))
    await gateway.stop()
    expect(await database.db("discord_lease").where({ id: "gateway" })).toEqual([])
    await staysClosed()
    expect((await control.gatewayState()).identifies).toBe(1)
  }, 20_000)

  it("is given up when it cannot come back for a while: that is said once, and it is there again afterwards", async () => {
    let published = 0
    const publish = () => Promise.resolve(void published++)
    gateway = createGateway(engine, true, { awayMs: 1_500, publish })
    gateway.start()
    await isConnected()
    await control.configure({ gateway: { refuse_upgrades: true } })
    await control.gatewayTrouble("drop")
    await eventually(() => expect(gateway.state?.connected_at).toBeNull())
    expect(gateway.state?.trouble).toBeNull()
    await eventually(() => expect(gateway.state?.trouble).toBe("unreachable"))
    // It is there, it is away, it is given up.
    expect(published).toBe(3)
    await control.configure({ gateway: { refuse_upgrades: false } })
    await isConnected()
    expect(gateway.state?.trouble).toBeNull()
    expect((await control.gatewayState()).connections).toBe(1)
  })

  it("begins no session soon after the lease was lost where few are left", async () => {
    await control.configure({ gateway: { starts_left: 50 } })
    gateway.start()
    await isConnected()
    const lease = database.db("discord_lease").where({ id: "gateway" })
    await lease.clone().update({ owner: "another" })
    await eventually(() => expect(gateway.state).toBeNull())
    await lease.clone().delete()
    await staysClosed()
    // Another process may.
    expect(await lease.clone()).toEqual([])
    expect((await control.gatewayState()).identifies).toBe(1)
  })

  it("stays closed in the moment between a lost line and its return", async () => {
    gateway.start()
    await isConnected()
    await control.gatewayTrouble("drop")
    await eventually(() => expect(gateway.state?.connected_at).toBeNull())
    await gateway.stop()
    await staysClosed()
  })
})
