import type { Scene } from "../../../helpers/store/suite"
import { READ, ADD, helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testARoleThatWasTakenByHandOr(scene: () => Scene): void {
  const { holderOf } = helpersOf(scene)
  describe("a role that was taken by hand or by another bot", () => {
    it("comes back when the buyer says that it is away, at most one call more than before", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await holderOf("Gold")
      await discord.control.takeRole(discord.guildId, userId, discord.roles.Gold)
      const before = await discord.now()
      expect(await customer.resync()).toMatchObject({
        status: 200,
        body: { account: { discord_user_id: userId }, servers: [{ name: "Test Community" }] },
      })
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([READ, ADD])
    })
  })
}
