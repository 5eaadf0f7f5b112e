import { authorizeUrl, startWorld } from "./world"

describe("the pages", () => {
  let world: Awaited<ReturnType<typeof startWorld>>
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.sandbox.close())

  it("asks in words, and escapes the names of people and guilds", async () => {
    const script = "<script>alert(1)</script>"
    const user = await world.control.createUser({ global_name: script })
    await world.control.createGuild({ name: script, owner_id: user.id })
    const url = authorizeUrl(world.sandbox, world.application.client_id, {
      scope: "bot identify guilds.join",
      permissions: "268435457",
    })
    const page = await (await fetch(url)).text()
    expect(page).toContain("Join servers for you")
    expect(page).toContain("Manage Roles")
    expect(page).not.toContain(script)
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;")
  })

  it("streams what a moderator changed to the live page", async () => {
    const { sandbox, control, guild, mia, bronze } = world
    expect((await fetch(sandbox.url)).status).toBe(200)
    const stop = new AbortController()
    const stream = await fetch(`${sandbox.url}/control/stream`, { signal: stop.signal })
    await control.addMember(guild.id, mia.id, { roles: [bronze] })
    let text = ""
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString()
      if (text.includes('"name":"Mia"')) break
    }
    stop.abort()
    expect(text).toContain(`"user_id":"${mia.id}","type":"role_add"`)
    expect(text).not.toContain(world.application.bot_token)
  })

  it("says what was wrong with a call of the control API", async () => {
    const { control, guild } = world
    await expect(control.member("1", "2")).rejects.toThrow("No sandbox guild 1")
    await expect(control.setMemberRoles(guild.id, "2", [])).rejects.toThrow("not a member")
    await control.reset()
    expect(await control.users()).toEqual([])
    expect(await control.requests()).toEqual([])
  })
})
