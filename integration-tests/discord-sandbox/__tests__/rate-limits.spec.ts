import { RateLimitError, Routes } from "discord.js"
import { setTimeout as sleep } from "node:timers/promises"
import { apiFetch, restClient, startWorld } from "./world"

describe("rate limits", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  // Windows of 10 per 1 s instead of 10 per 10 s.
  beforeEach(async () => {
    world = await startWorld({ limits: { scale: 0.1 } })
    await world.control.addMember(world.guild.id, world.mia.id)
  })
  afterEach(() => world.sandbox.close())

  async function roleCall(method: "PUT" | "DELETE", guildId = world.guild.id) {
    const path = Routes.guildMemberRole(guildId, world.mia.id, world.bronze)
    return apiFetch(world.sandbox, `/v10${path}`, {
      method,
      headers: { Authorization: `Bot ${world.application.bot_token}` },
    })
  }

  it("counts giving and taking in one bucket, per guild, in a fixed window", async () => {
    const first = await roleCall("PUT")
    expect(first.headers.get("X-RateLimit-Limit")).toBe("10")
    expect(first.headers.get("X-RateLimit-Remaining")).toBe("9")
    expect(Number(first.headers.get("X-RateLimit-Reset-After"))).toBeCloseTo(1, 1)
    for (let i = 1; i < 10; i++) expect((await roleCall(i % 2 ? "DELETE" : "PUT")).status).toBe(204)

    const refused = await roleCall("PUT")
    expect(refused.status).toBe(429)
    expect(refused.headers.get("X-RateLimit-Scope")).toBe("user")
    expect(refused.headers.get("X-RateLimit-Bucket")).toBe(first.headers.get("X-RateLimit-Bucket"))
    const body = (await refused.json()) as { retry_after: number; global: boolean }
    expect(body).toMatchObject({ message: "You are being rate limited.", global: false })
    expect(body.retry_after).toBeGreaterThan(0)

    const other = await world.control.createGuild({ name: "Other" })
    await world.control.installBot(other.id, world.application.client_id)
    expect((await roleCall("PUT", other.id)).headers.get("X-RateLimit-Remaining")).toBe("9")

    await sleep(body.retry_after * 1000 + 10)
    const fresh = await roleCall("PUT")
    expect(fresh.headers.get("X-RateLimit-Remaining")).toBe("9")
  })

  it("lets discord.js wait its turn without one 429", async () => {
    const rest = restClient(world.sandbox, world.application.bot_token, true)
    const path = Routes.guildMemberRole(world.guild.id, world.mia.id, world.bronze)
    const started = Date.now()
    // One method only: before the first answer discord.js cannot know that PUT and DELETE share a bucket.
    await Promise.all(Array.from({ length: 21 }, () => rest.put(path)))
    expect(Date.now() - started).toBeGreaterThan(1900)
    const log = await world.control.requests({ method: "PUT" })
    expect(log.filter((entry) => entry.status === 429)).toEqual([])
  })

  it("has a global limit, and counts what was refused as invalid", async () => {
    await world.control.configure({ limits: { global: { limit: 3, window_ms: 10_000 } } })
    for (let i = 0; i < 3; i++) expect((await roleCall("PUT")).status).toBe(204)
    const refused = await roleCall("PUT")
    expect(refused.status).toBe(429)
    expect(refused.headers.get("X-RateLimit-Global")).toBe("true")
    expect(refused.headers.get("X-RateLimit-Scope")).toBe("global")
    expect(await world.control.invalidRequests()).toBe(1)
    await expect(world.rest.get(Routes.guild(world.guild.id))).rejects.toBeInstanceOf(
      RateLimitError,
    )
    await world.control.configure({ limits: "off" })
    const free = await roleCall("PUT")
    expect(free.status).toBe(204)
    expect(free.headers.get("X-RateLimit-Limit")).toBeNull()
  })

  it("says whole seconds in Retry-After with Discord's own windows", async () => {
    await world.control.configure({
      limits: { scale: 1, member_role: { limit: 1, window_ms: 9500 } },
    })
    await roleCall("PUT")
    expect((await roleCall("PUT")).headers.get("Retry-After")).toBe("10")
  })
})
