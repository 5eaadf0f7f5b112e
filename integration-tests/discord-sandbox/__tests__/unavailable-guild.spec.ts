import { Routes } from "discord.js"
import { accessTokenOf, startWorld } from "./world"

const AWAY = { status: 503, code: 130000 }

describe("a server that is unavailable", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeEach(async () => {
    world = await startWorld({ limits: "off" })
    await world.control.addMember(world.guild.id, world.mia.id)
    await world.control.updateGuild(world.guild.id, { unavailable: true })
  })
  afterEach(() => world.sandbox.close())

  /** discord.js tells of a 5xx by its status alone. */
  const codes = async () =>
    (await world.control.requests()).map(({ status, code }) => ({ status, code }))

  it("answers neither questions nor changes, and is as it was afterwards", async () => {
    const { rest, control, guild, mia, bronze } = world
    const member = Routes.guildMember(guild.id, mia.id)
    const role = Routes.guildMemberRole(guild.id, mia.id, bronze)
    await control.clearRequests()
    for (const call of [
      () => rest.get(Routes.guild(guild.id)),
      () => rest.get(Routes.guildRoles(guild.id)),
      () => rest.get(member),
      () => rest.put(role),
      () => rest.delete(member),
      () => rest.post(Routes.channelInvites(guild.channel_id)),
      () => rest.post(Routes.channelMessages(guild.channel_id), { body: { content: "Hello" } }),
    ]) {
      await expect(call()).rejects.toMatchObject({ status: 503 })
    }
    expect(await codes()).toEqual(Array(7).fill(AWAY))
    expect(await control.member(guild.id, mia.id)).toMatchObject({ roles: [] })

    await control.updateGuild(guild.id, { unavailable: false })
    await rest.put(role)
    expect(await control.member(guild.id, mia.id)).toMatchObject({ roles: [bronze] })
  })

  it("takes nobody in", async () => {
    const { rest, control, guild } = world
    const zoe = await control.createUser()
    const { access_token } = await accessTokenOf(world, zoe.id)
    const join = rest.put(Routes.guildMember(guild.id, zoe.id), { body: { access_token } })
    await expect(join).rejects.toMatchObject({ status: 503 })
    expect(await control.member(guild.id, zoe.id)).toBeNull()
  })

  it("keeps no other server and no other call from its answer", async () => {
    const { rest, control, application } = world
    const other = await control.createGuild({ name: "Other" })
    await control.installBot(other.id, application.client_id)
    await rest.get(Routes.guild(other.id))
    await rest.get(Routes.user())
  })

  it("is no longer there when it was deleted", async () => {
    await world.control.deleteGuild(world.guild.id)
    await expect(world.rest.get(Routes.guild(world.guild.id))).rejects.toMatchObject({
      code: 10004,
    })
  })
})
