import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testADiscordAccountThatWasDeleted(scene: () => Scene): void {
  const { holderOf } = helpersOf(scene)
  describe("a Discord account that was deleted", () => {
    it("leaves nothing to do when nothing is owed, and the next one is served", async () => {
      const { cancel, discord, membershipOf, settled } = scene()
      const { customer, userId, order } = await holderOf("Gold")
      await discord.control.addFault({ user_id: userId, status: 404, code: 10013 })
      await cancel(order)
      await eventually(async () =>
        expect(await membershipOf(userId)).toMatchObject({ status: "synced", in_server: false }),
      )
      const next = await discord.createUser("ada_next")
      await customer.connect(discord, next)
      await settled(await customer.buy("Silver"))
      expect(await discord.rolesOf(next)).toEqual(["Silver"])
      expect(await membershipOf(userId)).toMatchObject({ status: "synced", error_message: null })
    })

    it("asks who is owed something to connect another one, and does not say that they hold it", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await holderOf("Gold")
      await discord.control.addFault({ user_id: userId, status: 404, code: 10013 })
      await customer.resync()
      await settled()
      expect(await customer.access()).toMatchObject({
        todo: { code: "reconnect" },
        servers: [{ roles: [{ name: "Gold", state: "waiting" }] }],
      })
    })
  })
}
