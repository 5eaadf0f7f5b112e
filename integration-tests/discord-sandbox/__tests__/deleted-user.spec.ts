import { type APIUser, Routes } from "discord.js"
import { accessTokenOf, apiFetch, authorizeUrl, startWorld, tokenCall } from "./world"

describe("a user who deletes their account", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeEach(async () => {
    world = await startWorld({ limits: "off" }, { guild_members_intent: true })
    await world.control.addMember(world.guild.id, world.mia.id, { roles: [world.bronze] })
  })
  afterEach(() => world.sandbox.close())

  const member = () => Routes.guildMember(world.guild.id, world.mia.id)
  const role = () => Routes.guildMemberRole(world.guild.id, world.mia.id, world.bronze)

  it("leaves every server", async () => {
    const { control, guild, mia, rest } = world
    await control.deleteUser(mia.id)
    expect(await control.member(guild.id, mia.id)).toBeNull()
    const listed = await rest.get(`${Routes.guildMembers(guild.id)}?limit=1000`)
    expect(JSON.stringify(listed)).not.toContain(mia.id)
    expect(await control.memberEvents({ user_id: mia.id })).toMatchObject([
      { type: "join" },
      { type: "role_add" },
      { type: "leave", by: mia.id },
    ])
    expect((await control.users()).map(({ id }) => id)).not.toContain(mia.id)
  })

  it("is unknown to Discord from then on", async () => {
    const { control, mia, rest } = world
    const { access_token } = await accessTokenOf(world, mia.id)
    await control.deleteUser(mia.id)
    const unknown = { status: 404, code: 10013 }
    await expect(rest.get(Routes.user(mia.id))).rejects.toMatchObject(unknown)
    await expect(rest.get(member())).rejects.toMatchObject(unknown)
    await expect(rest.put(member(), { body: { access_token } })).rejects.toMatchObject(unknown)
    await expect(rest.put(role())).rejects.toMatchObject(unknown)
    await expect(rest.delete(role())).rejects.toMatchObject(unknown)
  })

  it("can be remembered by the id alone: a deleted user, and a member of nothing", async () => {
    const { control, mia, rest } = world
    const { access_token } = await accessTokenOf(world, mia.id)
    await control.deleteUser(mia.id, { remembered: true })
    const user = (await rest.get(Routes.user(mia.id))) as APIUser
    expect(user).toMatchObject({ id: mia.id, global_name: null })
    expect(user.username).toMatch(/^deleted_user_/)
    const unknown = { status: 404, code: 10007 }
    await expect(rest.get(member())).rejects.toMatchObject(unknown)
    await expect(rest.delete(role())).rejects.toMatchObject(unknown)
    // Their consent went with them.
    await expect(rest.put(member(), { body: { access_token } })).rejects.toMatchObject({
      code: 50025,
    })
    expect((await control.users()).map(({ id }) => id)).not.toContain(mia.id)
  })

  it.each([false, true])("has no living token (remembered: %s)", async (remembered) => {
    const { control, mia, sandbox, application } = world
    const { access_token, refresh_token } = await accessTokenOf(world, mia.id)
    await control.deleteUser(mia.id, { remembered })
    const headers = { Authorization: `Bearer ${access_token}` }
    expect((await apiFetch(sandbox, "/v10/users/@me", { headers })).status).toBe(401)
    const form = { grant_type: "refresh_token", refresh_token }
    expect(await tokenCall(sandbox, application, form)).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    })
    const url = authorizeUrl(sandbox, application.client_id)
    await expect(control.authorize(url, { user_id: mia.id })).rejects.toThrow("sandbox user")
  })

  it.each([false, true])("reads no message any more (remembered: %s)", async (remembered) => {
    const { control, mia, rest } = world
    const body = { recipient_id: mia.id }
    const dm = (await rest.post(Routes.userChannels(), { body })) as { id: string }
    await control.deleteUser(mia.id, { remembered })
    const hello = { body: { content: "Hello" } }
    await expect(rest.post(Routes.channelMessages(dm.id), hello)).rejects.toMatchObject({
      status: 403,
      code: 50007,
    })
  })

  it("first gives away the servers they own; a bot goes with its application", async () => {
    const { control, owner, application } = world
    await expect(control.deleteUser(owner.id)).rejects.toThrow("owns")
    await expect(control.deleteUser(application.bot_user_id)).rejects.toThrow("is a bot")
    await expect(control.deleteUser("1")).rejects.toThrow("No sandbox user 1")
  })
})
