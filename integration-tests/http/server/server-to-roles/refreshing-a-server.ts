import { connectServer } from "../../../helpers/store/admin"
import { APPLICATION } from "../../../helpers/store/application"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, type ErrorBody, mappings, refresh, rolesByName } from "./shared"

/** @see ../server-to-roles.spec.ts */
export function testRefreshingAServer(scene: () => Scene): void {
  describe("refreshing a server", () => {
    it("makes roles assignable once the bot was moved, and serves who waited for that", async () => {
      const { admin, discord, membershipOf, newBuyer, setUp } = scene()
      const serverId = await setUp()
      await discord.moveBot(1)
      await refresh(scene(), serverId)
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      const waiting = await eventually(async () => {
        const membership = await membershipOf(userId)
        expect(membership?.status).toBe("waiting_for_admin")
        return membership
      })
      expect(waiting?.error_message).toContain("drag the bot's role above Gold")

      await discord.moveBot("top")
      const { checks } = await refresh(scene(), serverId)
      expect(checks.filter(({ severity }) => severity === "error")).toEqual(
        [
          "token",
          "bot_in_server",
          "manage_roles",
          "create_invite",
          "role_position",
          "roles_deleted",
        ].map((id) => expect.objectContaining({ id, ok: true }) as unknown),
      )
      expect((await rolesByName(admin, serverId)).get("Gold")?.assignable).toBe(true)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("names the mapped roles out of the bot's reach, and says when the bot is gone", async () => {
      const { discord, setUp } = scene()
      const serverId = await setUp()
      await discord.moveBot(3)
      const low = await refresh(scene(), serverId)
      expect(low.checks.find((check) => check.id === "role_position")).toMatchObject({
        ok: false,
        message: "The bot cannot give Gold.",
      })
      await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
      const gone = await refresh(scene(), serverId)
      expect(gone.checks).toMatchObject([
        { id: "token", ok: true },
        { id: "bot_in_server", ok: false, message: "The bot is not in the server." },
      ])
    })

    it("warns of a bot below every role before a variant gives one, and is well once it is dragged up", async () => {
      const { admin, discord } = scene()
      const serverId = await connectServer(admin, discord)
      await discord.moveBot(1)
      const low = await refresh(scene(), serverId)
      expect(low.server.health).toBe("warning")
      expect(low.checks.find(({ id }) => id === "role_position")).toMatchObject({
        ok: false,
        severity: "warning",
        fix: "In Discord: Server Settings > Roles, drag the bot's role above the roles that it is to give.",
      })
      await discord.moveBot(2)
      const raised = await refresh(scene(), serverId)
      expect(raised.checks.find(({ id }) => id === "role_position")).toMatchObject({ ok: true })
    })

    it("says in words that Discord is down", async () => {
      const { admin, discord, setUp } = scene()
      const serverId = await setUp()
      await discord.control.outage(true)
      const { status, body } = await admin.raw<ErrorBody>(`${SERVERS}/${serverId}/refresh`, {
        method: "POST",
      })
      expect([status, body.message]).toEqual([500, "Discord did not answer."])
    })

    it("keeps the mapping of a role that was deleted in Discord, and says so", async () => {
      const { discord, setUp } = scene()
      const serverId = await setUp()
      await discord.control.deleteRole(discord.guildId, discord.roles.Gold)
      await refresh(scene(), serverId)
      const { variants } = await mappings(scene())
      const gold = variants.find((variant) => variant.variant_id === scene().store.variants.Gold)
      expect(gold?.roles).toMatchObject([
        {
          role_id: discord.roles.Gold,
          assignable: false,
          message: "The role Gold was deleted in Discord. Choose another role.",
        },
      ])
    })
  })
}
