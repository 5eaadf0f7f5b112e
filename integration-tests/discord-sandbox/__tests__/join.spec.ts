import { type APIGuild, type APIGuildMember, GuildVerificationLevel, Routes } from "discord.js"
import { accessTokenOf, startWorld } from "./world"

describe("adding a member", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeEach(async () => {
    world = await startWorld({ limits: "off" })
  })
  afterEach(() => world.sandbox.close())

  const join = (userId: string, access_token: string, roles: string[] = []) =>
    world.rest.put(Routes.guildMember(world.guild.id, userId), { body: { access_token, roles } })

  it("adds the user with the roles, and once they are a member changes nothing", async () => {
    const { access_token } = await accessTokenOf(world, world.mia.id)
    const member = (await join(world.mia.id, access_token, [world.bronze])) as APIGuildMember
    expect(member.roles).toEqual([world.bronze])
    expect(member.user.id).toBe(world.mia.id)

    // discord.js hands an empty body over as an ArrayBuffer: this is the 204.
    const again = await join(world.mia.id, access_token, [world.silver])
    expect(again).toEqual(new ArrayBuffer(0))
    const log = await world.control.requests({ route: "/guilds/:guild/members/:user" })
    expect(log.map((entry) => entry.status)).toEqual([201, 204])
    const held = await world.control.member(world.guild.id, world.mia.id)
    expect(held?.roles).toEqual([world.bronze])
    const events = await world.control.memberEvents({ user_id: world.mia.id })
    expect(events.map((event) => event.type)).toEqual(["join", "role_add"])
  })

  it("lets one person in by an invitation for one, and none that it would not let in itself", async () => {
    const { control, guild, mia, rest } = world
    const invite = async () => {
      const body = { max_uses: 1, max_age: 3_600 }
      const made = await rest.post(Routes.channelInvites(guild.channel_id), { body })
      return (made as { code: string }).code
    }
    const code = await invite()
    expect((await control.acceptInvite(code, mia.id)).roles).toEqual([])
    const noah = await control.createUser({ username: "noah" })
    await expect(control.acceptInvite(code, noah.id)).rejects.toThrow("Invite Invalid")
    await expect(rest.get(Routes.invite(code))).rejects.toMatchObject({ code: 10006 })

    const page = `${world.sandbox.url}/invite/${await invite()}`
    expect(await (await fetch(page)).text()).toContain("Accept Invite")
    const accept = (user: string) =>
      fetch(page, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ user_id: user }),
      })
    await control.ban(guild.id, noah.id)
    expect((await accept(noah.id)).status).toBe(400)
    await control.unban(guild.id, noah.id)
    expect((await accept(noah.id)).status).toBe(303)
    expect(await control.member(guild.id, noah.id)).not.toBeNull()
    expect((await fetch(page)).status).toBe(404)
  })

  it("wants a living token of that very user and application, with guilds.join", async () => {
    const mine = await accessTokenOf(world, world.mia.id)
    await expect(join(world.owner.id, mine.access_token)).rejects.toMatchObject({ code: 50025 })
    await expect(join(world.mia.id, "made-up")).rejects.toMatchObject({ status: 403, code: 50025 })

    const little = await accessTokenOf(world, world.mia.id, "identify")
    await expect(join(world.mia.id, little.access_token)).rejects.toMatchObject({ code: 50026 })

    await world.control.expireAccessTokens(world.mia.id)
    await expect(join(world.mia.id, mine.access_token)).rejects.toMatchObject({ code: 50025 })
  })

  it("refuses a token of another application", async () => {
    const application = await world.control.createApplication({
      redirect_uris: ["http://localhost:9000/callback"],
    })
    const foreign = await accessTokenOf({ ...world, application }, world.mia.id)
    await expect(join(world.mia.id, foreign.access_token)).rejects.toMatchObject({ code: 50025 })
  })

  it("refuses a banned user, one in too many guilds, a high role and a missing token", async () => {
    const { access_token } = await accessTokenOf(world, world.mia.id)
    await expect(join(world.mia.id, access_token, [world.gold])).rejects.toMatchObject({
      code: 50013,
    })
    await expect(join(world.mia.id, "")).rejects.toMatchObject({ status: 400, code: 50035 })
    await world.control.updateUser(world.mia.id, { guild_count: 100 })
    await expect(join(world.mia.id, access_token)).rejects.toMatchObject({ code: 30001 })
    await world.control.ban(world.guild.id, world.mia.id)
    await expect(join(world.mia.id, access_token)).rejects.toMatchObject({ code: 40007 })
    expect(await world.control.member(world.guild.id, world.mia.id)).toBeNull()
  })

  it("leaves a new member pending under membership screening", async () => {
    const guild = await world.control.createGuild({ name: "Screened", membership_screening: true })
    await world.control.installBot(guild.id, world.application.client_id)
    const { access_token } = await accessTokenOf(world, world.mia.id)
    await world.rest.put(Routes.guildMember(guild.id, world.mia.id), { body: { access_token } })
    expect((await world.control.member(guild.id, world.mia.id))?.pending).toBe(true)
    await world.control.acceptScreening(guild.id, world.mia.id)
    expect((await world.control.member(guild.id, world.mia.id))?.pending).toBe(false)
  })

  it.each([
    ["must still confirm their address", "unverified" as const, 40002],
    ["was locked until they confirm a phone number", "locked" as const, 50178],
  ])("refuses a user who %s, until they did", async (_, verification, code) => {
    const { access_token } = await accessTokenOf(world, world.mia.id)
    await world.control.updateUser(world.mia.id, { verification })
    await expect(join(world.mia.id, access_token)).rejects.toMatchObject({ status: 403, code })
    expect(await world.control.member(world.guild.id, world.mia.id)).toBeNull()
    await world.control.updateUser(world.mia.id, { verification: "done" })
    await join(world.mia.id, access_token)
    expect(await world.control.member(world.guild.id, world.mia.id)).not.toBeNull()
  })

  it("asks nothing of who is a member already", async () => {
    const { access_token } = await accessTokenOf(world, world.mia.id)
    await world.control.addMember(world.guild.id, world.mia.id)
    await world.control.updateUser(world.mia.id, { verification: "unverified" })
    await world.control.updateGuild(world.guild.id, { max_members: 1 })
    await join(world.mia.id, access_token)
  })

  it("refuses everybody while the server is full", async () => {
    const { control, guild, mia, bronze } = world
    const { access_token } = await accessTokenOf(world, mia.id)
    // The owner and the bot.
    await control.updateGuild(guild.id, { max_members: 2 })
    const full = { status: 400, code: 30019 }
    await expect(join(mia.id, access_token, [bronze])).rejects.toMatchObject(full)
    await expect(control.addMember(guild.id, mia.id)).rejects.toThrow("full")
    await control.updateGuild(guild.id, { max_members: 3 })
    await join(mia.id, access_token, [bronze])
    expect(await control.members(guild.id)).toHaveLength(3)
  })

  it("shows the verification level, which keeps nobody from joining", async () => {
    const { control, guild, mia } = world
    const verification_level = GuildVerificationLevel.VeryHigh
    await control.updateGuild(guild.id, { verification_level, max_members: 250 })
    const shown = (await world.rest.get(Routes.guild(guild.id))) as APIGuild
    expect(shown).toMatchObject({ verification_level: 4, max_members: 250 })
    const { access_token } = await accessTokenOf(world, mia.id)
    await join(mia.id, access_token)
    expect(await control.member(guild.id, mia.id)).not.toBeNull()
  })
})
