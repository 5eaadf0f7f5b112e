import type { AdminDiscordServerListResponse } from "../../../../src/types/http"
import { connectServer, consentToServer, listRoles, pathOf } from "../../../helpers/store/admin"
import { APPLICATION, BACKEND_URL } from "../../../helpers/store/application"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, CREATE_INVITE, mappedNames, refresh, rolesByName, serverCount } from "./shared"

/** @see ../server-to-roles.spec.ts */
export function testConnectingAServer(scene: () => Scene): void {
  describe("connecting a server", () => {
    it("asks Discord for the bot with Manage Roles and Create Invite, and for proof of the browser", async () => {
      const { admin } = scene()
      const { authorization_url } = await admin.send<{ authorization_url: string }>(
        `${SERVERS}/connect`,
        { method: "POST" },
      )
      expect(Object.fromEntries(new URL(authorization_url).searchParams)).toMatchObject({
        client_id: APPLICATION.client_id,
        scope: "bot identify",
        permissions: "268435457",
        response_type: "code",
        redirect_uri: `${BACKEND_URL}/discord/oauth/callback`,
        code_challenge_method: "S256",
      })
    })

    it("stores the server and its roles, highest first, once the admin consented", async () => {
      const { admin, discord } = scene()
      const page = await admin.raw<string>(await consentToServer(admin, discord))
      expect(page.status).toBe(200)
      expect(page.body).toContain("Discord server connected")
      const list = await admin.send<AdminDiscordServerListResponse>(SERVERS)
      expect(list).toMatchObject({ count: 1, offset: 0, limit: 50 })
      expect(list.servers).toMatchObject([
        { guild_id: discord.guildId, name: "Test Community", status: "connected" },
      ])
      const roles = await listRoles(admin, list.servers[0]?.id ?? "")
      expect(roles.map((role) => role.name)).toEqual([
        "Test Store",
        "Gold",
        "Silver",
        "Bronze",
        "@everyone",
      ])
    })

    it("tells of each role whether the bot can give it, and if not, why and what to do", async () => {
      const { admin, discord } = scene()
      await discord.control.createRole(discord.guildId, { name: "Twitch", managed: true })
      await discord.moveBot(4)
      const serverId = await connectServer(admin, discord)
      const roles = await rolesByName(admin, serverId)
      expect(roles.get("Bronze")).toMatchObject({ assignable: true, reason: null, message: null })
      expect(roles.get("Gold")).toMatchObject({
        assignable: false,
        reason: "above_bot",
        message: expect.stringContaining("drag the bot's role above Gold") as string,
      })
      expect(roles.get("Twitch")).toMatchObject({
        assignable: false,
        reason: "managed",
        message: expect.stringContaining("Discord manages the role Twitch itself") as string,
      })
      expect(roles.get("@everyone")).toMatchObject({
        assignable: false,
        reason: "everyone",
        message: expect.stringContaining("Choose another role") as string,
      })

      await discord.setBotPermissions(CREATE_INVITE)
      const { checks } = await refresh(scene(), serverId)
      expect(checks.find((check) => check.id === "manage_roles")).toMatchObject({
        ok: false,
        fix: expect.stringContaining("switch on Manage Roles") as string,
      })
      expect((await rolesByName(admin, serverId)).get("Bronze")).toMatchObject({
        assignable: false,
        reason: "manage_roles_missing",
        message: expect.stringContaining("switch on Manage Roles") as string,
      })
    })

    it("changes nothing when the admin refuses, and says so", async () => {
      const { admin, discord } = scene()
      const { authorization_url } = await admin.send<{ authorization_url: string }>(
        `${SERVERS}/connect`,
        { method: "POST" },
      )
      const callback = await discord.control.authorize(authorization_url, {
        user_id: discord.ownerId,
        guild_id: discord.guildId,
        decision: "deny",
      })
      expect(callback).toContain("error=access_denied")
      const page = await admin.raw<string>(pathOf(callback))
      expect(page.status).toBe(200)
      expect(page.body).toContain("Nothing was changed")
      expect(await serverCount(admin)).toBe(0)
    })

    it("takes a consent once: the same link again is refused and changes nothing", async () => {
      const { admin, discord } = scene()
      const callback = await consentToServer(admin, discord)
      await admin.send(callback)
      const again = await admin.raw<string>(callback)
      expect(again.status).toBe(400)
      expect(again.body).toContain("has expired or was used already")
      expect(await serverCount(admin)).toBe(1)
    })

    it("refuses a link it never made", async () => {
      const { admin, discord } = scene()
      const url = new URL(await consentToServer(admin, discord), BACKEND_URL)
      url.searchParams.set("state", "made-up")
      const page = await admin.raw<string>(pathOf(url.toString()))
      expect(page.status).toBe(400)
      expect(page.body).toContain("Please start again")
      url.searchParams.delete("state")
      const incomplete = await admin.raw<string>(pathOf(url.toString()))
      expect(incomplete.status).toBe(400)
      expect(incomplete.body).toContain("The address is incomplete")
      expect(await serverCount(admin)).toBe(0)
    })

    it("refuses a link that is older than its ten minutes", async () => {
      const { admin, db, discord } = scene()
      const callback = await consentToServer(admin, discord)
      await db("discord_oauth_state").update({ expires_at: new Date(Date.now() - 1000) })
      const page = await admin.raw<string>(callback)
      expect(page.status).toBe(400)
      expect(page.body).toContain("has expired or was used already")
      expect(await serverCount(admin)).toBe(0)
    })

    it("refuses a link in another browser than the one it was made for", async () => {
      const { admin, baseUrl, discord } = scene()
      const withoutCookie = await new HttpClient(baseUrl).raw<string>(
        await consentToServer(admin, discord),
      )
      expect(withoutCookie.status).toBe(400)
      expect(withoutCookie.body).toContain("opened in another browser")

      // Somebody who began an authorisation of their own, and was sent this one's link.
      const stranger = admin.with({})
      await consentToServer(stranger, discord)
      const withTheirCookie = await stranger.raw<string>(await consentToServer(admin, discord))
      expect(withTheirCookie.status).toBe(400)
      expect(withTheirCookie.body).toContain("opened in another browser")
      expect(await serverCount(admin)).toBe(0)
    })

    it("connects the server Discord names, whatever guild_id the address was changed to", async () => {
      const { admin, discord } = scene()
      const other = await discord.createServer("Somebody else's", ["Victim"])
      const url = new URL(await consentToServer(admin, discord), BACKEND_URL)
      url.searchParams.set("guild_id", other.guildId)
      await admin.send(pathOf(url.toString()))
      const { servers } = await admin.send<AdminDiscordServerListResponse>(SERVERS)
      expect(servers.map((server) => server.guild_id)).toEqual([discord.guildId])
    })

    it("connecting a server again keeps it one server, with its mappings", async () => {
      const { admin, discord, setUp } = scene()
      const serverId = await setUp()
      expect(await connectServer(admin, discord)).toBe(serverId)
      expect(await serverCount(admin)).toBe(1)
      expect(await mappedNames(scene(), "Gold")).toEqual(["Gold"])
    })
  })
}
