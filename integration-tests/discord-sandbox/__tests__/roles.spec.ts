import { type APIGuildMember, type APIRole, Routes } from "discord.js"
import { restClient, startWorld } from "./world"

describe("member roles", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  let role: (roleId: string) => ReturnType<typeof Routes.guildMemberRole>
  beforeEach(async () => {
    world = await startWorld({ limits: "off" })
    await world.control.addMember(world.guild.id, world.mia.id)
    role = (roleId) => Routes.guildMemberRole(world.guild.id, world.mia.id, roleId)
  })
  afterEach(() => world.sandbox.close())

  const held = async () => (await world.control.member(world.guild.id, world.mia.id))?.roles

  it("gives and takes a role, twice without harm", async () => {
    await world.rest.put(role(world.bronze))
    await world.rest.put(role(world.bronze))
    expect(await held()).toEqual([world.bronze])
    await world.rest.delete(role(world.bronze))
    await world.rest.delete(role(world.bronze))
    expect(await held()).toEqual([])
    const events = await world.control.memberEvents({ user_id: world.mia.id })
    expect(events.map((event) => event.type)).toEqual(["join", "role_add", "role_remove"])
  })

  it("gives only roles below the bot's own", async () => {
    await expect(world.rest.put(role(world.gold))).rejects.toMatchObject({ code: 50013 })
    await expect(world.rest.put(role(world.botRole))).rejects.toMatchObject({ code: 50013 })
    await expect(world.rest.put(role(world.guild.id))).rejects.toMatchObject({ code: 10011 })
    await world.control.updateRole(world.guild.id, world.botRole, { position: "top" })
    await world.rest.put(role(world.gold))
    expect(await held()).toEqual([world.gold])
  })

  it("ranks the lower id higher on the same position", async () => {
    // A new role takes position 1 and moves nobody: it shares it with Bronze, and Bronze is older.
    const guild = await world.control.createGuild({ name: "New", roles: [{ name: "Bronze" }] })
    await world.control.installBot(guild.id, world.application.client_id)
    await world.control.addMember(guild.id, world.mia.id)
    const bronze = guild.roles.find((r) => r.name === "Bronze")?.id ?? ""
    const roles = (await world.rest.get(Routes.guildRoles(guild.id))) as APIRole[]
    expect(roles.map((r) => r.position)).toEqual([0, 1, 1])
    const path = Routes.guildMemberRole(guild.id, world.mia.id, bronze)
    await expect(world.rest.put(path)).rejects.toMatchObject({ code: 50013 })
    const later = await world.control.createRole(guild.id, { name: "Later" })
    await world.rest.put(Routes.guildMemberRole(guild.id, world.mia.id, later.id))
  })

  it("needs MANAGE_ROLES, which ADMINISTRATOR implies", async () => {
    const set = (permissions: string) =>
      world.control.updateRole(world.guild.id, world.botRole, { permissions })
    await set("1")
    await expect(world.rest.put(role(world.bronze))).rejects.toMatchObject({ code: 50013 })
    await set("8")
    await world.rest.put(role(world.bronze))
  })

  it("replaces the whole set with PATCH, and never drops a managed role", async () => {
    const { guild, mia, bronze, silver, gold, control, rest } = world
    const booster = await control.createRole(guild.id, {
      name: "Booster",
      managed: true,
      tags: { premium_subscriber: null },
    })
    await control.setMemberRoles(guild.id, mia.id, [bronze, gold, booster.id])
    const patch = (roles: string[]) =>
      rest.patch(Routes.guildMember(guild.id, mia.id), { body: { roles } })
    await expect(patch([silver, gold])).rejects.toMatchObject({ code: 50013 })
    await expect(patch([silver, booster.id])).rejects.toMatchObject({ code: 50013 })
    const member = (await patch([silver, gold, booster.id])) as APIGuildMember
    expect(new Set(member.roles)).toEqual(new Set([silver, gold, booster.id]))
    await expect(patch(["not-an-id"])).rejects.toMatchObject({ status: 400, code: 50035 })
  })

  it("names what is unknown", async () => {
    const { guild, rest, owner, bronze, silver } = world
    const nobody = "100000000000000001"
    const get = (g: string, u: string) => rest.get(Routes.guildMember(g, u))
    await expect(get(nobody, owner.id)).rejects.toMatchObject({ status: 404, code: 10004 })
    await expect(get(guild.id, nobody)).rejects.toMatchObject({ status: 404, code: 10013 })
    const stranger = await world.control.createUser()
    await expect(get(guild.id, stranger.id)).rejects.toMatchObject({ status: 404, code: 10007 })
    await expect(rest.put(role(nobody))).rejects.toMatchObject({ status: 404, code: 10011 })
    await world.control.deleteRole(guild.id, silver)
    await expect(rest.delete(role(silver))).rejects.toMatchObject({ code: 10011 })
    await world.control.removeBot(guild.id, world.application.client_id)
    await expect(rest.put(role(bronze))).rejects.toMatchObject({ status: 403, code: 50001 })
    const impostor = restClient(world.sandbox, "wrong")
    await expect(impostor.put(role(bronze))).rejects.toMatchObject({ status: 401 })
  })

  it("kicks with KICK_MEMBERS, and only those below the bot", async () => {
    const { guild, mia, gold, control, rest } = world
    const kick = (id: string) => rest.delete(Routes.guildMember(guild.id, id))
    await expect(kick(mia.id)).rejects.toMatchObject({ code: 50013 })
    await control.updateRole(guild.id, world.botRole, { permissions: "268435459" })
    await expect(kick(world.owner.id)).rejects.toMatchObject({ code: 50013 })
    await control.setMemberRoles(guild.id, mia.id, [gold])
    await expect(kick(mia.id)).rejects.toMatchObject({ code: 50013 })
    await control.setMemberRoles(guild.id, mia.id, [])
    await kick(mia.id)
    expect(await control.member(guild.id, mia.id)).toBeNull()
  })

  it("writes the reason into the audit log", async () => {
    const { guild, mia, bronze, control, rest, application } = world
    await rest.put(role(bronze), { reason: "Order #1042 — thanks" })
    const entry = (await control.auditLog(guild.id)).at(-1)
    expect(entry).toMatchObject({
      action_type: 25,
      user_id: application.bot_user_id,
      target_id: mia.id,
      reason: "Order #1042 — thanks",
      changes: [{ key: "$add", new_value: [{ id: bronze, name: "Bronze" }] }],
    })
    const long = rest.delete(role(bronze), { reason: "x".repeat(513) })
    await expect(long).rejects.toMatchObject({ code: 50035 })
    const [logged] = await control.requests({ method: "PUT" })
    expect(logged).toMatchObject({ reason: "Order #1042 — thanks", auth: "bot", status: 204 })
    expect(JSON.stringify(await control.requests())).not.toContain(application.bot_token)
  })

  it("lists members only with the privileged intent, from limit 1 upwards", async () => {
    const { guild, control, rest, application } = world
    const list = (query = "") =>
      rest.get(`${Routes.guildMembers(guild.id)}${query}` as `/${string}`) as Promise<
        APIGuildMember[]
      >
    await expect(list()).rejects.toMatchObject({ status: 403, code: 50001 })
    await control.updateApplication(application.client_id, { guild_members_intent: true })
    await control.addManyMembers(guild.id, 25, { roles: [world.bronze] })
    expect(await list()).toHaveLength(1)
    const all = await list("?limit=1000")
    expect(all).toHaveLength(28)
    const ids = all.map((member) => BigInt(member.user.id))
    expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)))
    const rest_ = await list(`?limit=1000&after=${all[9]?.user.id}`)
    expect(rest_).toHaveLength(18)
    const counts = await rest.get(`/guilds/${guild.id}/roles/member-counts`)
    expect(counts).toMatchObject({ [world.bronze]: 25, [world.gold]: 0 })
  })
})
