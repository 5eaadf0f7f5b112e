import { ROUTES } from "../api/router"
import { type DiscordSchema, discordSchema } from "./openapi"
import { accessTokenOf, apiFetch, startWorld } from "./world"

const schema = discordSchema()
if (!schema) console.log("Skipped: ../shared/discord-openapi.json is absent")

const MANAGE_ALL = "8"
const NOBODY = "100000000000000001"

;(schema ? describe : describe.skip)("the sandbox against Discord's OpenAPI document", () => {
  const checked = schema as DiscordSchema
  let world: Awaited<ReturnType<typeof startWorld>>
  let channel = ""
  const seen = new Set<string>()

  beforeAll(async () => {
    world = await startWorld({ limits: "off" }, { guild_members_intent: true })
    const { control, guild } = world
    await control.updateRole(guild.id, world.botRole, { permissions: MANAGE_ALL })
    await control.createRole(guild.id, {
      name: "Booster",
      managed: true,
      tags: { premium_subscriber: null },
    })
    channel = guild.channel_id
  })
  afterAll(() => world.sandbox.close())

  interface Call {
    params?: Record<string, string>
    query?: string
    body?: unknown
    bearer?: string
    expect?: number
    /** For a body that is wrong on purpose. */
    wrongRequest?: boolean
  }

  /** Makes one call and checks what went over the wire in both directions. */
  async function call(method: string, pattern: string, input: Call = {}): Promise<unknown> {
    const params = { guild: world.guild.id, user: world.mia.id, channel, ...input.params }
    const path = pattern.replace(/:(\w+)/g, (_, name: keyof typeof params) => params[name])
    const token = input.bearer ? `Bearer ${input.bearer}` : `Bot ${world.application.bot_token}`
    const response = await apiFetch(world.sandbox, `/v10${path}${input.query ?? ""}`, {
      method,
      headers: { Authorization: token, "Content-Type": "application/json" },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    })
    const text = await response.text()
    const body: unknown = text === "" ? undefined : JSON.parse(text)
    expect({ method, pattern, status: response.status, body }).toMatchObject({
      status: input.expect ?? 200,
    })
    const request = input.wrongRequest ? [] : checked.requestErrors(method, pattern, input.body)
    const reply = checked.responseErrors(method, pattern, response.status, body)
    expect({ method, pattern, request, reply }).toEqual({ method, pattern, request: [], reply: [] })
    seen.add(`${method} ${pattern}`)
    return body
  }

  it("speaks of applications, users and the gateway as documented", async () => {
    const { access_token } = await accessTokenOf(
      world,
      world.mia.id,
      "identify email guilds guilds.join",
    )
    await call("GET", "/applications/@me")
    await call("GET", "/oauth2/applications/@me")
    await call("GET", "/oauth2/@me", { bearer: access_token })
    await call("GET", "/users/@me")
    await call("GET", "/users/@me", { bearer: access_token })
    await call("GET", "/users/:user")
    await call("GET", "/users/@me/guilds", { bearer: access_token })
    await call("GET", "/users/@me/guilds", { query: "?with_counts=true" })
    await call("GET", "/gateway")
    await call("GET", "/gateway/bot")
  })

  it("speaks of members as documented", async () => {
    const { access_token } = await accessTokenOf(world, world.mia.id)
    const member = "/guilds/:guild/members/:user"
    const join = { access_token, roles: [world.bronze] }
    await call("PUT", member, { body: {}, expect: 400, wrongRequest: true })
    await call("PUT", member, { body: { access_token: "x" }, expect: 403 })
    await call("PUT", member, { body: join, expect: 201 })
    await call("PUT", member, { body: join, expect: 204 })
    await call("GET", member)
    await call("GET", member, { params: { user: NOBODY }, expect: 404 })
    await call("GET", member, { params: { user: "me" }, expect: 400 })
    await call("PATCH", member, { body: { roles: [world.silver], nick: "Mimi" } })
    await call("PATCH", member, { body: { roles: [world.gold] }, expect: 403 })
    const params = { role: world.bronze }
    await call("PUT", `${member}/roles/:role`, { params, expect: 204 })
    await call("DELETE", `${member}/roles/:role`, { params, expect: 204 })
    await call("GET", "/guilds/:guild/members", { query: "?limit=10" })
    await call("GET", "/guilds/:guild/members", { query: "?limit=1001", expect: 400 })
    await call("GET", "/guilds/:guild/members/search", { query: "?query=mi" })
    await call("DELETE", member, { expect: 204 })
  })

  it("speaks of guilds and roles as documented", async () => {
    await call("GET", "/guilds/:guild", { query: "?with_counts=true" })
    await call("GET", "/guilds/:guild", { params: { guild: NOBODY }, expect: 404 })
    await world.control.createChannel(world.guild.id, {
      name: "lounge",
      private_to: [world.gold],
    })
    expect(await call("GET", "/guilds/:guild/channels")).toMatchObject([
      { name: "general", permission_overwrites: [] },
      {
        name: "lounge",
        permission_overwrites: [
          { id: world.guild.id, type: 0, allow: "0", deny: "1024" },
          { id: world.gold, type: 0, allow: "1024", deny: "0" },
        ],
      },
    ])
    await call("GET", "/guilds/:guild/roles")
    await call("GET", "/guilds/:guild/roles/member-counts")
    const body = { name: "Event", color: 0xff0000, permissions: 1024, hoist: true }
    const role = (await call("POST", "/guilds/:guild/roles", { body })) as { id: string }
    const params = { role: role.id }
    await call("GET", "/guilds/:guild/roles/:role", { params })
    await call("PATCH", "/guilds/:guild/roles/:role", { params, body: { name: "Party" } })
    await call("PATCH", "/guilds/:guild/roles", { body: [{ id: role.id, position: 2 }] })
    await call("DELETE", "/guilds/:guild/roles/:role", { params, expect: 204 })
    await call("GET", "/guilds/:guild/audit-logs", { query: "?limit=100" })
  })

  it("speaks of what a server asks, and of who is gone, as documented", async () => {
    const { control, guild, mia } = world
    const member = "/guilds/:guild/members/:user"
    await control.updateGuild(guild.id, { mfa_level: 1, verification_level: 4, max_members: 2 })
    await call("GET", "/guilds/:guild")
    await control.addMember((await control.createGuild({ name: "Other" })).id, mia.id)
    await call("PATCH", member, { body: { roles: [] }, expect: 403 })
    const { access_token } = await accessTokenOf(world, mia.id)
    await call("PUT", member, { body: { access_token }, expect: 400 })
    await control.updateUser(mia.id, { verification: "locked" })
    await call("PUT", member, { body: { access_token }, expect: 403 })
    await control.updateUser(mia.id, { verification: "done" })
    await control.updateGuild(guild.id, { mfa_level: 0, max_members: 500_000 })
    const gone = await control.createUser()
    await control.deleteUser(gone.id, { remembered: true })
    await call("GET", "/users/:user", { params: { user: gone.id } })
    await call("GET", member, { params: { user: gone.id }, expect: 404 })
  })

  it("speaks of invites and messages as documented", async () => {
    await world.control.addMember(world.guild.id, world.mia.id)
    const body = { max_age: 3600, max_uses: 1, temporary: false }
    const invite = (await call("POST", "/channels/:channel/invites", { body })) as { code: string }
    await call("GET", "/invites/:code", {
      params: { code: invite.code },
      query: "?with_counts=true",
    })
    await call("GET", "/invites/:code", { params: { code: "gone" }, expect: 404 })
    await call("GET", "/guilds/:guild/invites")
    const dm = { recipient_id: world.mia.id }
    const opened = (await call("POST", "/users/@me/channels", { body: dm })) as { id: string }
    const params = { channel: opened.id }
    await call("POST", "/channels/:channel/messages", { params, body: { content: "Hello" } })
    expect(await world.control.directMessages(world.mia.id)).toMatchObject([{ content: "Hello" }])
    await world.control.updateUser(world.mia.id, { dms_closed: true })
    const hello = { params, body: { content: "Hello" } }
    await call("POST", "/channels/:channel/messages", { ...hello, expect: 403 })
  })

  it("is rate limited and refused as documented, and leaves a guild", async () => {
    await world.control.configure({ limits: { other: { limit: 0, window_ms: 1000 } } })
    await call("GET", "/guilds/:guild", { expect: 429 })
    await world.control.configure({ limits: "off" })
    await call("GET", "/users/@me", { bearer: "dead", expect: 401 })
    await call("DELETE", "/users/@me/guilds/:guild", { expect: 204 })
    await call("GET", "/guilds/:guild", { expect: 403 })
  })

  it("would notice a body that Discord never sends", () => {
    const errors = checked.responseErrors("GET", "/guilds/:guild/members/:user", 200, { user: {} })
    expect(errors).toContain("/ must have required property 'joined_at'")
    expect(checked.responseErrors("GET", "/users/@me", 202, {})).toHaveLength(1)
  })

  it("was checked on every route the document has", () => {
    const routes = ROUTES.map((route) => `${route.method} ${route.path}`)
    const undocumented = ROUTES.filter((route) => !checked.knows(route.method, route.path))
    expect(undocumented.map((route) => route.path)).toEqual([
      "/oauth2/token",
      "/oauth2/token/revoke",
    ])
    const missed = routes.filter((route) => !seen.has(route) && !route.includes("/oauth2/token"))
    expect(missed).toEqual([])
  })
})
