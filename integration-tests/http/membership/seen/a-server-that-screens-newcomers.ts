import type {
  AdminDiscordServerResponse,
  AdminOrderDiscordResponse,
} from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { connectScreened } from "./shared"

/** @see ../seen.spec.ts */
export function testAServerThatScreensNewcomers(scene: () => Scene): void {
  describe("a server that screens newcomers", () => {
    it.each([
      ["brought in by the store", false],
      ["in already, and pending", true],
    ])("tells buyer and admin of a member %s, until they are through", async (_who, isIn) => {
      const { admin, db, discord, newBuyer, service, settled, setUp } = scene()
      const { control } = discord
      await setUp()
      const guild = await control.createGuild({
        name: "Screened",
        owner_id: discord.ownerId,
        roles: [{ name: "Gold" }],
        membership_screening: true,
      })
      const roleId = guild.roles.find(({ name }) => name === "Gold")?.id ?? ""
      const serverId = await connectScreened(scene(), guild.id, roleId)
      const { checks } = await admin.send<AdminDiscordServerResponse>(
        `/admin/discord/servers/${serverId}`,
      )
      expect(checks.filter(({ ok }) => !ok)).toMatchObject([
        { id: "role_channels" },
        { id: "screening", severity: "warning" },
      ])
      const { customer, userId } = await newBuyer("ada")
      if (isIn) {
        await control.addMember(guild.id, userId)
      }
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      expect((await control.member(guild.id, userId))?.pending).toBe(true)
      expect(await customer.access()).toMatchObject({
        todo: {
          code: "accept_rules",
          message: "One step left: open Screened in Discord and accept its rules.",
          action_url: expect.stringContaining(`/channels/${guild.id}`) as string,
        },
        servers: [{ roles: [{ state: "held" }], todo: { code: "accept_rules" } }],
      })
      const page = await admin.send<AdminOrderDiscordResponse>(`/admin/orders/${order}/discord`)
      const words = expect.stringContaining("accept the server's rules") as string
      expect(page).toMatchObject({
        memberships: [{ pending: true, reason: words }],
        entitlements: [{ roles: [{ state: "held", reason: words }] }],
      })
      await control.acceptScreening(guild.id, userId)
      await db("discord_membership").update({ look_at: new Date() })
      await service.engine.sweep()
      await eventually(async () => expect((await customer.access()).todo).toBeNull())
    })
  })
}
