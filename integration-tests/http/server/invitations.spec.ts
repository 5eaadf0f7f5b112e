import type { AdminDiscordInvitationResponse } from "../../../src/types/http"
import { storeSuite } from "../../helpers/store/suite"

const DAY_MS = 24 * 60 * 60_000
const CHANNELS = { method: "GET", route: "/guilds/:guild/channels" }
const INVITES = { method: "POST", route: "/channels/:channel/invites" }
const MANAGE_ROLES = "268435456"

interface SandboxInvite {
  channel: { id: string; name: string }
  guild_id: string
  expires_at: string
}

storeSuite("an invitation for one customer", (scene) => {
  const invite = async (serverId: string) =>
    scene().admin.raw<AdminDiscordInvitationResponse & { message: string }>(
      `/admin/discord/servers/${serverId}/invitation`,
      { method: "POST" },
    )

  it("leads to a channel that newcomers see, for one person and a week", async () => {
    const { discord, setUp } = scene()
    const id = await setUp()
    await discord.control.createChannel(discord.guildId, {
      name: "gold-lounge",
      private_to: [discord.roles.Gold],
    })
    const { status, body } = await invite(id)
    expect(status).toBe(200)
    const [, code] = body.invitation.url.split(`${process.env.DISCORD_WEB_URL}/invite/`)
    const answer = await fetch(`${process.env.DISCORD_API_URL}/v10/invites/${code}`, {
      headers: { "User-Agent": "DiscordBot (https://example.com, 1.0.0)" },
    })
    const found = (await answer.json()) as SandboxInvite
    expect(found).toMatchObject({ guild_id: discord.guildId, channel: { name: "general" } })
    const left = new Date(body.invitation.expires_at).getTime() - Date.now()
    expect(left).toBeGreaterThan(6 * DAY_MS)
    expect(left).toBeLessThanOrEqual(7 * DAY_MS)
  })

  it("is refused in words where the bot may not invite", async () => {
    const { discord, setUp } = scene()
    const id = await setUp()
    await discord.setBotPermissions(MANAGE_ROLES)
    const { status, body } = await invite(id)
    expect([status, body.message]).toEqual([
      400,
      expect.stringContaining("The bot may not invite anybody to a channel of Test Community."),
    ])
  })

  it.each([
    ["the bot was removed", CHANNELS, { status: 403, code: 50001 }, "The bot is not in"],
    ["the server was deleted", CHANNELS, { status: 404, code: 10004 }, "The bot is not in"],
    ["it has too many invitations", INVITES, { status: 400, code: 30016 }, "as many invitations"],
    ["it wants two-factor", INVITES, { status: 403, code: 60003 }, "two-factor authentication"],
    ["it has no channel", CHANNELS, { status: 200, body: "[]" }, "has no channel"],
  ])("is refused as the admin's to mend where %s", async (_why, call, fault, words) => {
    const { discord, setUp } = scene()
    const id = await setUp()
    await discord.control.addFault({ ...call, ...fault })
    const { status, body } = await invite(id)
    expect([status, body.message]).toEqual([400, expect.stringContaining(words)])
  })

  it.each([["{}"], ["null"], ["<html>"]])(
    "takes an answer of %s for no answer of Discord's",
    async (answer) => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await discord.control.addFault({ ...CHANNELS, status: 200, body: answer })
      const { status, body } = await invite(id)
      expect([status, body.message]).toEqual([500, "Discord did not answer."])
    },
  )

  it("says at once when to try again, where Discord wants to be asked later", async () => {
    const { discord, setUp } = scene()
    const id = await setUp()
    await discord.control.addFault({
      ...CHANNELS,
      status: 429,
      headers: { "X-RateLimit-Scope": "user", "Retry-After": "70" },
      body: JSON.stringify({ message: "Slow down", retry_after: 70, global: false }),
      times: 1,
    })
    const before = await discord.now()
    for (const answer of [await invite(id), await invite(id)]) {
      expect([answer.status, answer.body.message]).toEqual([
        503,
        expect.stringMatching(
          /^Discord takes no more of these requests for now\. Wait \d+ seconds/,
        ),
      ])
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(50)
    }
    expect(await discord.control.requests({ since: before, route: CHANNELS.route })).toHaveLength(1)
  })

  it("is refused in words while Discord is away, and for a server that is not connected", async () => {
    const { admin, discord, setUp } = scene()
    const id = await setUp()
    await discord.control.outage(true)
    const away = await invite(id)
    await discord.control.outage(false)
    expect([away.status, away.body.message]).toEqual([500, "Discord did not answer."])

    await admin.send(`/admin/discord/servers/${id}?roles=keep`, { method: "DELETE" })
    const gone = await invite(id)
    expect([gone.status, gone.body.message]).toEqual([
      400,
      expect.stringContaining("is disconnected"),
    ])
    expect((await invite("dserv_none")).status).toBe(404)
  })

  it("is made by nobody but an admin", async () => {
    const { newBuyer, setUp } = scene()
    const id = await setUp()
    const { customer } = await newBuyer("ada")
    const path = `/admin/discord/servers/${id}/invitation`
    expect((await customer.http.raw(path, { method: "POST" })).status).toBe(401)
  })
})
