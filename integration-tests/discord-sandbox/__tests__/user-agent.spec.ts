import { request } from "node:http"
import { once } from "node:events"
import { type IncomingMessage } from "node:http"
import { json } from "node:stream/consumers"
import { Routes } from "discord.js"
import { accessTokenOf, startWorld } from "./world"

describe("the User-Agent", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeEach(async () => {
    world = await startWorld()
  })
  afterEach(() => world.sandbox.close())

  /** `fetch` always names itself, so this asks in Node's own way. */
  async function ask(userAgent: string | null, path = "/v10/gateway") {
    const headers = userAgent === null ? {} : { "User-Agent": userAgent }
    const asked = request(`${world.sandbox.apiUrl}${path}`, { headers }).end()
    const [answer] = (await once(asked, "response")) as [IncomingMessage]
    return { status: answer.statusCode, headers: answer.headers, body: await json(answer) }
  }

  it.each([
    ["none", null],
    [
      "a browser's",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
    ],
    ["a library's", "node"],
    ["one without an address and a version", "DiscordBot"],
    ["one without a version", "DiscordBot (https://example.com)"],
  ])("refuses %s before Discord hears of it", async (_, userAgent) => {
    const answer = await ask(userAgent)
    expect(answer).toMatchObject({
      status: 403,
      body: { message: "internal network error", code: 40333 },
    })
    expect(answer.headers["x-ratelimit-limit"]).toBeUndefined()
    expect(await world.control.requests()).toMatchObject([
      { status: 403, code: 40333, user_agent: userAgent, fault: false },
    ])
  })

  it.each([
    "DiscordBot (https://example.com, 1.0.0)",
    "DiscordBot (https://github.com/a/b, 0.1.0-rc.1) Node.js/20 more",
  ])("lets %s through", async (userAgent) => {
    expect((await ask(userAgent)).status).toBe(200)
  })

  it("lets discord.js through", async () => {
    await world.rest.get(Routes.gateway())
  })

  it("uses up no fault and touches no window", async () => {
    await world.control.addFault({ route: "/gateway", status: 500, times: 1 })
    expect((await ask("curl/8.0")).status).toBe(403)
    expect(await world.control.faults()).toHaveLength(1)
    expect(await world.control.invalidRequests()).toBe(1)
  })

  it("asks nothing of a browser on the consent page, nor of the control API", async () => {
    expect((await accessTokenOf(world, world.mia.id)).access_token).toEqual(expect.any(String))
    const page = `${world.sandbox.apiUrl}/oauth2/authorize`
    const browser = { headers: { "User-Agent": "Mozilla/5.0" } }
    expect(await (await fetch(page, browser)).text()).toContain("<main")
  })
})
