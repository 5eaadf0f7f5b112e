import { Client, Events, GatewayIntentBits, Options, Partials, Status } from "discord.js"
import { once } from "node:events"
import { WebSocket } from "ws"
import { startWorld } from "./world"

const { Guilds, GuildMembers, GuildModeration } = GatewayIntentBits
const ALL = [Guilds, GuildMembers, GuildModeration]
/** MANAGE_ROLES, CREATE_INSTANT_INVITE and VIEW_AUDIT_LOG. */
const WITH_AUDIT_LOG = "268435585"

/** discord.js's own client, as any bot has it. */
describe("the gateway, with a plain discord.js client", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  const clients: Client[] = []

  async function login(intents = ALL, token = world.application.bot_token) {
    const client = new Client({
      intents,
      partials: [Partials.GuildMember, Partials.User],
      makeCache: Options.cacheEverything(),
      rest: { api: world.sandbox.apiUrl },
    })
    clients.push(client)
    const ready = once(client, Events.ClientReady)
    await client.login(token)
    await ready
    return client
  }

  beforeEach(async () => {
    world = await startWorld({ limits: "off" }, { guild_members_intent: true })
    await world.control.installBot(world.guild.id, world.application.client_id, {
      permissions: WITH_AUDIT_LOG,
      position: 3,
    })
  })
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.destroy()))
    await world.sandbox.close()
  })

  it("greets it with its servers, their roles and itself", async () => {
    const client = await login()
    const guild = client.guilds.cache.get(world.guild.id)
    expect(client.user?.id).toBe(world.application.bot_user_id)
    expect(guild).toMatchObject({ name: "Community", available: true, memberCount: 2 })
    expect(guild?.roles.cache.has(world.gold)).toBe(true)
    expect(guild?.members.me?.roles.highest.id).toBe(world.botRole)
    expect((await world.control.gatewayState()).sessions).toMatchObject([
      { client_id: world.application.client_id, connected: true, intents: 7 },
    ])
  })

  it("tells of members who join, are let in, get roles, lose them and leave", async () => {
    const { control, guild, mia, bronze } = world
    const client = await login()
    await control.updateGuild(guild.id, { membership_screening: true })
    const joined = once(client, Events.GuildMemberAdd)
    await control.addMember(guild.id, mia.id)
    expect((await joined)[0]).toMatchObject({ id: mia.id, pending: true })
    const letIn = once(client, Events.GuildMemberUpdate)
    await control.acceptScreening(guild.id, mia.id)
    expect((await letIn)[1]).toMatchObject({ pending: false })
    const given = once(client, Events.GuildMemberUpdate)
    await control.giveRole(guild.id, mia.id, bronze)
    const [, holder] = (await given) as [unknown, { roles: { cache: Map<string, unknown> } }]
    expect(holder.roles.cache.has(bronze)).toBe(true)
    const left = once(client, Events.GuildMemberRemove)
    await control.removeMember(guild.id, mia.id)
    expect((await left)[0]).toMatchObject({ id: mia.id })
  })

  it("tells of bans, roles, settings and the audit log", async () => {
    const { control, guild, mia, silver } = world
    const client = await login()
    const banned = once(client, Events.GuildBanAdd)
    await control.ban(guild.id, mia.id)
    expect((await banned)[0]).toMatchObject({ user: { id: mia.id } })
    const pardoned = once(client, Events.GuildBanRemove)
    await control.unban(guild.id, mia.id)
    expect((await pardoned)[0]).toMatchObject({ user: { id: mia.id } })
    const created = once(client, Events.GuildRoleCreate)
    const { id } = await control.createRole(guild.id, { name: "New" })
    expect((await created)[0]).toMatchObject({ id, name: "New" })
    const renamed = once(client, Events.GuildRoleUpdate)
    await control.updateRole(guild.id, id, { name: "Newer" })
    expect((await renamed)[1]).toMatchObject({ id, name: "Newer" })
    const deleted = once(client, Events.GuildRoleDelete)
    await control.deleteRole(guild.id, id)
    expect((await deleted)[0]).toMatchObject({ id })
    const settings = once(client, Events.GuildUpdate)
    await control.updateGuild(guild.id, { name: "Crowd" })
    expect((await settings)[1]).toMatchObject({ name: "Crowd" })
    await control.addMember(guild.id, mia.id)
    const entry = once(client, Events.GuildAuditLogEntryCreate)
    await control.giveRole(guild.id, mia.id, silver)
    expect((await entry)[0]).toMatchObject({
      action: 25,
      targetId: mia.id,
      executorId: world.owner.id,
      changes: [{ key: "$add", new: [{ id: silver, name: "Silver" }] }],
    })
  })

  it("tells an outage from being thrown out, and of coming back", async () => {
    const { control, guild, application } = world
    const client = await login()
    const down = once(client, Events.GuildUnavailable)
    await control.updateGuild(guild.id, { unavailable: true })
    expect((await down)[0]).toMatchObject({ id: guild.id, available: false })
    const up = once(client, Events.GuildAvailable)
    await control.updateGuild(guild.id, { unavailable: false })
    expect((await up)[0]).toMatchObject({ id: guild.id, available: true })
    const out = once(client, Events.GuildDelete)
    await control.removeBot(guild.id, application.client_id)
    expect((await out)[0]).toMatchObject({ id: guild.id })
    const back = once(client, Events.GuildCreate)
    await control.installBot(guild.id, application.client_id)
    expect((await back)[0]).toMatchObject({ id: guild.id })
    const gone = once(client, Events.GuildDelete)
    await control.deleteGuild(guild.id)
    expect((await gone)[0]).toMatchObject({ id: guild.id })
  })

  it("tells only what it asked for, and the audit log only where it may see it", async () => {
    const { control, guild, mia, application, silver } = world
    const client = await login([Guilds, GuildModeration])
    const heard: string[] = []
    client.on(Events.Raw, ({ t }: { t: string | null }) => t && heard.push(t))
    const told = once(client, Events.GuildUpdate)
    await control.addMember(guild.id, mia.id)
    await control.giveRole(guild.id, mia.id, silver)
    await control.installBot(guild.id, application.client_id, { permissions: "268435457" })
    await control.takeRole(guild.id, mia.id, silver)
    await control.updateGuild(guild.id, { name: "Crowd" })
    await told
    expect(heard).toEqual(["GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_ROLE_UPDATE", "GUILD_UPDATE"])
  })

  it.each([
    ["asks it to reconnect", "reconnect" as const],
    ["lets the line go dead", "drop" as const],
    ["closes it with an error", { close: 4000 }],
    ["says that the session can be resumed", { invalidate: "resumable" as const }],
  ])("%s, and it resumes with what it missed", async (_, trouble) => {
    const { control, guild, mia } = world
    const client = await login()
    const resumed = once(client, Events.ShardResume)
    const joined = once(client, Events.GuildMemberAdd)
    await control.gatewayTrouble(trouble)
    await control.addMember(guild.id, mia.id)
    expect((await joined)[0]).toMatchObject({ id: mia.id })
    expect((await resumed)[0]).toBe(0)
    expect(await control.gatewayState()).toMatchObject({ identifies: 1, resumes: 1 })
  })

  it("ends a session, and it begins another one", async () => {
    const client = await login()
    const ready = once(client, Events.ShardReady)
    await world.control.gatewayTrouble({ invalidate: "over" })
    await ready
    expect(await world.control.gatewayState()).toMatchObject({ identifies: 2, resumes: 0 })
    expect((await world.control.gatewayState()).sessions).toHaveLength(1)
  })

  it("falls silent, and it notices and comes back", async () => {
    await world.control.configure({ gateway: { heartbeat_ms: 40 } })
    const client = await login()
    const resumed = once(client, Events.ShardResume)
    await world.control.configure({ gateway: { mute: true } })
    await once(client, Events.ShardReconnecting)
    await world.control.configure({ gateway: { mute: false } })
    // Who connected while it was silent heard no hello: the line goes dead for them.
    await world.control.gatewayTrouble("drop")
    await resumed
    expect(client.ws.status).toBe(Status.Ready)
  })

  it("refuses the members' intent where it is not switched on, and a wrong token", async () => {
    await world.control.updateApplication(world.application.client_id, {
      guild_members_intent: false,
    })
    await expect(login()).rejects.toThrow("Used disallowed intents")
    await expect(login([Guilds])).resolves.toBeInstanceOf(Client)
  })

  it("is told when no session may begin any more", async () => {
    await world.control.configure({ gateway: { starts_left: 0 } })
    await expect(login()).rejects.toThrow("Not enough sessions remaining")
  })
})

/** What discord.js never does. */
describe("the gateway's close codes", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeAll(async () => {
    world = await startWorld({ limits: "off" })
  })
  afterAll(() => world.sandbox.close())

  const identify = (fields: object = {}) => ({
    op: 2,
    d: { token: world.application.bot_token, intents: 1, properties: {}, ...fields },
  })

  async function codeAfter(...payloads: (object | string)[]): Promise<number> {
    const socket = new WebSocket(`${world.sandbox.url.replace("http", "ws")}/gateway?v=10`)
    const closed = once(socket, "close")
    await once(socket, "open")
    for (const payload of payloads)
      socket.send(typeof payload === "string" ? payload : JSON.stringify(payload))
    return ((await closed) as [number])[0]
  }

  it.each([
    [4001, "an unknown opcode", () => [{ op: 99 }]],
    [4002, "what is no JSON", () => ["{"]],
    [4003, "something before identifying", () => [{ op: 3, d: {} }]],
    [4004, "a wrong token", () => [identify({ token: "wrong" })]],
    [4004, "resuming with a wrong token", () => [{ op: 6, d: { token: "wrong" } }]],
    [4005, "identifying twice", () => [identify(), identify()]],
    [4008, "more than 120 payloads", () => Array.from({ length: 121 }, () => ({ op: 1, d: null }))],
    [4010, "a shard there is not", () => [identify({ shard: [1, 2] })]],
    [4013, "an intent there is not", () => [identify({ intents: 1 << 30 })]],
    [4014, "an intent that is not switched on", () => [identify({ intents: 2 })]],
  ] as [number, string, () => (object | string)[]][])("%i for %s", async (code, _, payloads) => {
    expect(await codeAfter(...payloads())).toBe(code)
  })

  it("4007 for a number that was never told, 4009 for a client that is silent", async () => {
    await world.control.configure({ gateway: { heartbeat_ms: 20 } })
    expect(await codeAfter(identify())).toBe(4009)
    const [session] = (await world.control.gatewayState()).sessions.slice(-1)
    const { bot_token: token } = world.application
    const resume = { op: 6, d: { token, session_id: session?.session_id, seq: 1_000 } }
    expect(await codeAfter(resume)).toBe(4007)
  })

  it("does not speak what it cannot: another version, another encoding, compression", async () => {
    const address = `${world.sandbox.url.replace("http", "ws")}/gateway`
    for (const query of ["?v=6", "?encoding=etf", "?compress=zlib-stream"]) {
      const [error] = (await once(new WebSocket(`${address}${query}`), "error").catch(
        (error: unknown) => [error],
      )) as [Error]
      expect(error.message).toBe("Unexpected server response: 400")
    }
  })
})
