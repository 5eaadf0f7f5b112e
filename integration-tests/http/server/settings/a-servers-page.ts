import type { AdminDiscordServerResponse } from "../../../../src/types/http"
import { listRoles } from "../../../helpers/store/admin"
import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, INSTALLED, ADMINISTRATOR, refresh, openChannels } from "./shared"

/** @see ../settings.spec.ts */
export function testAServersPage(scene: () => Scene): void {
  describe("a server's page", () => {
    it("holds its checks as last read, and what the admin maps since then", async () => {
      const { admin, discord, map, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await discord.control.createRole(discord.guildId, {
        name: "Staff",
        permissions: ADMINISTRATOR,
      })
      await discord.moveBot("top")
      await refresh(scene(), id)
      expect(await failedChecks(id)).toEqual([])

      const staff = (await listRoles(admin, id)).find(({ name }) => name === "Staff")
      await admin.send(`/admin/products/${scene().store.productId}/discord-roles`, {
        body: {
          variants: [
            { variant_id: scene().store.variants.Gold, roles: [{ role_id: staff?.role_id }] },
          ],
          accept_dangerous_permissions: true,
        },
      })
      const since = await discord.now()
      expect(await failedChecks(id)).toEqual(["role_permissions"])
      expect(await discord.control.requests({ since })).toEqual([])
      await map({ Gold: ["Gold"] })
      expect(await failedChecks(id)).toEqual([])
    })

    it("asks for Kick Members only where members are to be kicked", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await refresh(scene(), id)
      const { checks } = await admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}`, {
        body: { on_access_end: "kick" },
      })
      expect(checks.filter(({ ok }) => !ok)).toMatchObject([
        { id: "kick_members", fix: expect.stringContaining("Kick Members") as string },
      ])
      await discord.setBotPermissions(String(Number(INSTALLED) + 2))
      expect((await refresh(scene(), id)).checks.filter(({ ok }) => !ok)).toEqual([])
    })

    it("says that the token was refused, until it is not any more", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await discord.control.updateApplication(APPLICATION.client_id, { bot_token: "reset" })
      expect((await refresh(scene(), id)).checks).toMatchObject([{ id: "token", ok: false }])
      expect(await failedChecks(id)).toEqual(["token"])
      await discord.control.updateApplication(APPLICATION.client_id, {
        bot_token: APPLICATION.bot_token,
      })
      await refresh(scene(), id)
      expect(await failedChecks(id)).toEqual([])
    })

    it("is read all the same when Discord does not tell of channels", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await refresh(scene(), id)
      await discord.control.addFault({ route: "/guilds/:guild/channels", status: 500 })
      expect((await refresh(scene(), id)).checks.filter(({ ok }) => !ok)).toEqual([])
    })

    it("tells of each role what gives it and what it gives", async () => {
      const { admin, discord, map, setUp } = scene()
      const id = await setUp()
      await map({ Silver: ["Silver", "Bronze"] })
      await discord.control.updateRole(discord.guildId, discord.roles.Silver, {
        permissions: ADMINISTRATOR,
      })
      await openChannels(scene(), ["Bronze"])
      await refresh(scene(), id)
      const roles = new Map((await listRoles(admin, id)).map((role) => [role.name, role]))
      const facts = (name: string) => {
        const { variant_count, dangerous_permissions, opens_channels } = roles.get(name) ?? {}
        return { variant_count, dangerous_permissions, opens_channels }
      }
      expect(facts("Bronze")).toEqual({
        variant_count: 2,
        dangerous_permissions: [],
        opens_channels: 1,
      })
      expect(facts("Silver")).toEqual({
        variant_count: 1,
        dangerous_permissions: ["Administrator"],
        // An administrator sees that one too.
        opens_channels: 1,
      })
      expect(facts("Gold")).toEqual({
        variant_count: 1,
        dangerous_permissions: [],
        opens_channels: 0,
      })
      expect(JSON.stringify([...roles.values()])).not.toContain('"permissions"')
    })

    const failedChecks = async (id: string): Promise<string[]> => {
      const { checks } = await scene().admin.send<AdminDiscordServerResponse>(`${SERVERS}/${id}`)
      return checks.filter(({ ok }) => !ok).map((check) => check.id)
    }
  })
}
