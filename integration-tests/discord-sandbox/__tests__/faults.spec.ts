import { Routes } from "discord.js"
import { apiFetch, startWorld } from "./world"

const ROLE = "/guilds/:guild/members/:user/roles/:role"

describe("faults", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeEach(async () => {
    world = await startWorld({ limits: "off" })
    await world.control.addMember(world.guild.id, world.mia.id)
  })
  afterEach(() => world.sandbox.close())

  const put = () =>
    apiFetch(
      world.sandbox,
      `/v10${Routes.guildMemberRole(world.guild.id, world.mia.id, world.bronze)}`,
      { method: "PUT", headers: { Authorization: `Bot ${world.application.bot_token}` } },
    )
  const held = async () => (await world.control.member(world.guild.id, world.mia.id))?.roles

  it("answers as told, as often as told, for the given user only", async () => {
    const fault = { method: "PUT", route: ROLE, user_id: world.mia.id, times: 1 }
    await world.control.addFault({
      ...fault,
      status: 403,
      code: 50013,
      message: "Missing Permissions",
    })
    const refused = await put()
    expect(refused.status).toBe(403)
    expect(await refused.json()).toEqual({ code: 50013, message: "Missing Permissions" })
    expect((await put()).status).toBe(204)
    await world.control.addFault({ ...fault, user_id: world.owner.id, status: 500 })
    expect((await put()).status).toBe(204)
    expect(await world.control.invalidRequests()).toBe(1)
  })

  it("drops the connection before or after the change took effect", async () => {
    await world.control.addFault({ route: ROLE, drop: "before", times: 1 })
    await expect(put()).rejects.toThrow()
    expect(await held()).toEqual([])
    await world.control.addFault({ route: ROLE, drop: "after", times: 1 })
    await expect(put()).rejects.toThrow()
    expect(await held()).toEqual([world.bronze])
    const log = await world.control.requests({ route: ROLE })
    expect(log.map(({ status, fault }) => ({ status, fault }))).toEqual([
      { status: 0, fault: true },
      { status: 0, fault: true },
    ])
  })

  it("can lie: an error although the change was made", async () => {
    await world.control.addFault({
      route: ROLE,
      status: 502,
      body: "<html>Bad gateway</html>",
      apply: true,
    })
    const answer = await put()
    expect(answer.headers.get("Content-Type")).toContain("text/html")
    expect(await held()).toEqual([world.bronze])
  })

  it("sends a bare 429, a shared 429 that is not counted, and half a body", async () => {
    await world.control.addFault({ status: 429, times: 1, body: "error code: 1015" })
    const bare = await put()
    expect(bare.status).toBe(429)
    expect(bare.headers.get("Retry-After")).toBeNull()
    expect(await world.control.invalidRequests()).toBe(1)
    const headers = { "X-RateLimit-Scope": "shared", "Retry-After": "1" }
    await world.control.addFault({ status: 429, times: 1, headers })
    expect((await put()).status).toBe(429)
    expect(await world.control.invalidRequests()).toBe(1)
    await world.control.addFault({ status: 200, times: 1, truncate_at: 5 })
    const half = await put()
    await expect(half.text()).rejects.toThrow()
  })

  it("hits a share of the requests, the same ones for the same seed", async () => {
    const statuses = async () => {
      await world.control.clearFaults()
      await world.control.addFault({ route: ROLE, status: 500, rate: 0.5 })
      const seen: number[] = []
      for (let i = 0; i < 20; i++) seen.push((await put()).status)
      return seen
    }
    const first = await statuses()
    expect(new Set(first)).toEqual(new Set([204, 500]))
    expect(await statuses()).toEqual(first)
  })

  it("goes down and comes back, with the control API up all the while", async () => {
    await world.control.outage(true)
    expect((await put()).status).toBe(503)
    await world.control.outage({ drop: true })
    await expect(put()).rejects.toThrow()
    await world.control.outage(false)
    expect((await put()).status).toBe(204)
  })

  it("can be slow", async () => {
    await world.control.configure({ latency_ms: 40 })
    await world.control.addFault({ route: ROLE, delay_ms: 40, times: 1 })
    const started = Date.now()
    expect((await put()).status).toBe(204)
    expect(Date.now() - started).toBeGreaterThanOrEqual(78)
    const [entry] = await world.control.requests({ route: ROLE })
    expect(entry?.duration_ms).toBeGreaterThanOrEqual(78)
  })
})
