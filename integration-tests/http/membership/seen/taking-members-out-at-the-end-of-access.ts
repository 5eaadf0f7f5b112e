import type { AdminDiscordActivityListResponse } from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { READ, KICK, helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testTakingMembersOutAtTheEndOfAccess(scene: () => Scene): void {
  const { kickable, goAndComeBack } = helpersOf(scene)
  describe("taking members out at the end of access", () => {
    it("takes who holds nothing else, after a look", async () => {
      const { cancel, discord, settled } = scene()
      const { userId, order } = await kickable()
      const before = await discord.now()
      await cancel(order)
      await discord.expectRoles(userId, null)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([READ, KICK])
    })

    it("leaves who holds a moderator's role in the server, without the store's, and says why", async () => {
      const { admin, cancel, discord, settled } = scene()
      const { userId, order } = await kickable()
      const helper = await discord.control.createRole(discord.guildId, { name: "Helper" })
      await discord.control.giveRole(discord.guildId, userId, helper.id)
      await cancel(order)
      await discord.expectRoles(userId, [])
      await settled()
      expect((await discord.control.member(discord.guildId, userId))?.roles).toEqual([helper.id])
      const log = await admin.send<AdminDiscordActivityListResponse>("/admin/discord/activity")
      expect(log.activity.map(({ message }) => message)).toContainEqual(
        expect.stringContaining("Stays in the server: holds roles that the store did not give"),
      )
    })

    it("leaves who left and came back by themselves", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId, order } = await kickable()
      await goAndComeBack(userId)
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
      await settled()
    })

    it("that Discord refuses takes the roles, and says that the member stayed", async () => {
      const { admin, cancel, discord, membershipOf } = scene()
      const { userId, order } = await kickable({ mayKick: false })
      await cancel(order)
      await discord.expectRoles(userId, [])
      await eventually(async () =>
        expect(await membershipOf(userId)).toMatchObject({
          status: "waiting_for_admin",
          error_message: expect.stringContaining("The member stays in the server") as string,
        }),
      )
      const log = await admin.send<AdminDiscordActivityListResponse>(
        "/admin/discord/activity?action=sync_failed",
      )
      expect(log.activity).toMatchObject([
        { message: expect.stringContaining("the bot may not remove them") as string },
      ])
    })
  })
}
