import { claim, claimLink, guest, guestOrder } from "../../../helpers/account/claim"
import { Customer, endingOf } from "../../../helpers/account/customer"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../guests.spec.ts */
export function testOnePersonSeveralOrders(scene: () => Scene): void {
  describe("one person, several orders", () => {
    it("claims orders of two e-mail addresses for one Discord account", async () => {
      const { db, discord } = scene()
      const userId = await discord.createUser("gina")
      const first = await guestOrder(scene(), "gina")
      await claim(scene(), first.link, userId)
      await discord.expectRoles(userId, ["Gold"])
      const second = await guest(scene(), "gina-work").buy("Silver")
      await scene().settled(second)
      await claim(scene(), await claimLink(scene(), second), userId)
      await discord.expectRoles(userId, ["Silver", "Gold"])
      expect(await db("discord_account")).toHaveLength(1)
      expect(await db("discord_account_link")).toHaveLength(2)
      await scene().cancel(first.order)
      await discord.expectRoles(userId, ["Silver"])
    })

    it("is the same member after registering and connecting the same Discord account, which takes over", async () => {
      const { baseUrl, db, discord, settled, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
      const gina = await Customer.register(baseUrl, store, "gina@guests.test")
      await gina.connect(discord, userId)
      await settled()
      expect(await gina.access()).toMatchObject({
        account: { discord_user_id: userId },
        servers: [{ roles: [{ name: "Gold", state: "held" }] }],
      })
      await settled(await gina.buy("Bronze"))
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      expect(await db("discord_membership")).toHaveLength(1)

      await gina.disconnect()
      await discord.expectRoles(userId, [])
      expect(await db("discord_account_link")).toEqual([])
      expect(await db("discord_account_token")).toEqual([])
    })

    it("claims as a registered customer's Discord account too, which keeps what it had", async () => {
      const { discord, newBuyer, settled } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Bronze"))
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      expect((await customer.access()).account).toMatchObject({ discord_user_id: userId })
    })

    it("may open a link again for the same Discord account, to renew what Discord refused", async () => {
      const { discord, settled } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await settled()
      const again = endingOf(await claim(scene(), await claimLink(scene(), order), userId))
      expect(again.discord).toBe("connected")
      await discord.expectRoles(userId, ["Gold"])
    })
  })
}
