import { connectedBuyer } from "../../../helpers/account/buyers"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { endedReasons } from "./shared"

/** @see ../order-to-role.spec.ts */
export function testCancelling(scene: () => Scene): void {
  describe("cancelling", () => {
    it("keeps a role that another order still needs, and takes the one that none needs", async () => {
      const { cancel, discord, map, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await map({ Silver: ["Bronze", "Silver"], Gold: ["Bronze", "Gold"] })
      const silver = await customer.buy("Silver")
      await discord.expectRoles(userId, ["Bronze", "Silver"])
      const gold = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Bronze", "Silver", "Gold"])
      await cancel(silver)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      const events = await discord.control.memberEvents({ user_id: userId })
      expect(events.filter(({ type }) => type === "role_remove")).toMatchObject([
        { role_id: discord.roles.Silver },
      ])
      await cancel(gold)
      await discord.expectRoles(userId, [])
      await settled()
      expect(await discord.joinsOf(userId)).toBe(1)
    })

    it("leaves a role that the member had before they bought it", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const { Bronze, Gold } = discord.roles
      await discord.control.addMember(discord.guildId, userId, { roles: [Gold] })
      const order = await customer.buy("Gold", "Bronze")
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await cancel(order)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      const events = await discord.control.memberEvents({ user_id: userId })
      expect(events.map(({ type, role_id }) => [type, role_id])).toEqual([
        ["join", undefined],
        ["role_add", Gold],
        ["role_add", Bronze],
        ["role_remove", Bronze],
      ])
    })

    it("never touches a role that a moderator gave", async () => {
      const { cancel, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      const { Gold, Silver } = discord.roles
      await discord.control.setMemberRoles(discord.guildId, userId, [Gold, Silver])
      await cancel(order)
      await discord.expectRoles(userId, ["Silver"])
    })

    it("is at peace with a member who has left the server already", async () => {
      const { cancel, discord, membershipOf, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await discord.control.removeMember(discord.guildId, userId)
      await cancel(order)
      await eventually(async () =>
        expect(await endedReasons(scene(), order)).toEqual(["order_canceled"]),
      )
      await settled()
      expect(await membershipOf(userId)).toMatchObject({ status: "synced", error_message: null })
      expect(await discord.rolesOf(userId)).toBeNull()
    })
  })
}
