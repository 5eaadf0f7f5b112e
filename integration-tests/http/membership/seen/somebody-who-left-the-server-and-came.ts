import type { Buyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"
import { helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testSomebodyWhoLeftTheServerAndCame(scene: () => Scene): void {
  const { holderOf, goAndComeBack, adminResync } = helpersOf(scene)
  describe("somebody who left the server and came back by an invite", () => {
    it.each<[string, (buyer: Buyer) => Promise<unknown>]>([
      ["connects again", ({ customer, userId }) => customer.connect(scene().discord, userId)],
      ["buys the very same again", ({ customer }) => customer.buy("Gold")],
      ["presses Check again", ({ customer }) => customer.resync()],
      ["is resynced by the admin", ({ customer }) => adminResync(customer)],
    ])("holds their role again when they: %s", async (_how, act) => {
      const buyer = await holderOf("Gold")
      await goAndComeBack(buyer.userId)
      await act(buyer)
      await scene().discord.expectRoles(buyer.userId, ["Gold"])
    })

    it("gets back what they own when they buy something else", async () => {
      const { customer, userId } = await holderOf("Gold")
      await goAndComeBack(userId)
      await customer.buy("Silver")
      await scene().discord.expectRoles(userId, ["Silver", "Gold"])
    })

    it("gets their role back though the server respects what moderators take away", async () => {
      const { admin, discord } = scene()
      const { customer, userId, serverId } = await holderOf("Gold")
      await admin.send(`/admin/discord/servers/${serverId}`, {
        body: { on_role_removed: "respect" },
      })
      await goAndComeBack(userId)
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("keeps at the end of access what they were given by hand in the new stay", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId, order } = await holderOf("Gold")
      await goAndComeBack(userId)
      await discord.control.giveRole(discord.guildId, userId, discord.roles.Gold)
      await customer.connect(discord, userId)
      await settled()
      await cancel(order)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })
  })
}
