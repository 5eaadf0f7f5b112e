import { type APIGuild, type APIUser, GuildMFALevel, Routes } from "discord.js"
import { accessTokenOf, startWorld } from "./world"

const REFUSED = { status: 403, code: 60003 }

describe("a server that asks for two-factor authentication", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeEach(async () => {
    world = await startWorld({ limits: "off" })
    const { control, guild, mia, botRole } = world
    // Manage Roles, Kick Members, Create Invite and View Audit Log.
    await control.updateRole(guild.id, botRole, { permissions: "268435587" })
    await control.addMember(guild.id, mia.id)
    await control.updateGuild(guild.id, { mfa_level: GuildMFALevel.Elevated })
  })
  afterEach(() => world.sandbox.close())

  const member = () => Routes.guildMember(world.guild.id, world.mia.id)
  const role = () => Routes.guildMemberRole(world.guild.id, world.mia.id, world.bronze)
  const ownerSwitchesOn = (owner_mfa: boolean) =>
    world.control.updateApplication(world.application.client_id, { owner_mfa })

  it("shows its level, and the bot whether its owner has it", async () => {
    const level = async () =>
      ((await world.rest.get(Routes.guild(world.guild.id))) as APIGuild).mfa_level
    const self = async () => ((await world.rest.get(Routes.user())) as APIUser).mfa_enabled
    expect([await level(), await self()]).toEqual([1, false])
    await ownerSwitchesOn(true)
    await world.control.updateGuild(world.guild.id, { mfa_level: GuildMFALevel.None })
    expect([await level(), await self()]).toEqual([0, true])
  })

  it("refuses role changes and kicks until the bot's owner has it", async () => {
    const { rest, control, guild, mia, bronze } = world
    await expect(rest.put(role())).rejects.toMatchObject(REFUSED)
    await expect(rest.delete(role())).rejects.toMatchObject(REFUSED)
    const roles = { body: { roles: [bronze] } }
    await expect(rest.patch(member(), roles)).rejects.toMatchObject(REFUSED)
    await expect(rest.delete(member())).rejects.toMatchObject(REFUSED)
    await expect(rest.post(Routes.guildRoles(guild.id))).rejects.toMatchObject(REFUSED)
    expect((await control.member(guild.id, mia.id))?.roles).toEqual([])

    await ownerSwitchesOn(true)
    await rest.put(role())
    expect((await control.member(guild.id, mia.id))?.roles).toEqual([bronze])
    await rest.delete(member())
    expect(await control.member(guild.id, mia.id)).toBeNull()
    await ownerSwitchesOn(false)
    await expect(rest.post(Routes.guildRoles(guild.id))).rejects.toMatchObject(REFUSED)
  })

  it("lets the bot read, and bring somebody in without a role", async () => {
    const { rest, control, guild, bronze } = world
    await rest.get(member())
    await rest.get(Routes.guildAuditLog(guild.id))
    const zoe = await control.createUser()
    const { access_token } = await accessTokenOf(world, zoe.id)
    const join = (roles: string[]) =>
      rest.put(Routes.guildMember(guild.id, zoe.id), { body: { access_token, roles } })
    await expect(join([bronze])).rejects.toMatchObject(REFUSED)
    await join([])
    expect(await control.member(guild.id, zoe.id)).toMatchObject({ roles: [] })
  })

  it("still says that a permission is missing where it is", async () => {
    await world.control.updateRole(world.guild.id, world.botRole, { permissions: "1" })
    await expect(world.rest.put(role())).rejects.toMatchObject({ code: 50013 })
  })

  it("asks nothing of the bots in other servers", async () => {
    const { control, rest, mia, application } = world
    const other = await control.createGuild({ name: "Other", roles: [{ name: "VIP" }] })
    await control.installBot(other.id, application.client_id, { position: "top" })
    await control.addMember(other.id, mia.id)
    const vip = other.roles.at(-1)?.id ?? ""
    await rest.put(Routes.guildMemberRole(other.id, mia.id, vip))
    expect((await control.member(other.id, mia.id))?.roles).toEqual([vip])
  })
})
