import type { Scene } from "../../../helpers/store/suite"
import { type ErrorBody, helpersOf } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testACustomer(scene: () => Scene): void {
  const { customerPage } = helpersOf(scene)
  describe("a customer", () => {
    it("shows for each role the chain from the order to Discord's last answer", async () => {
      const { discord, map, newBuyer, settled, setUp, store } = scene()
      await setUp()
      await map({ Silver: ["Gold"] })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const first = await customer.buy("Gold")
      const second = await customer.buy("Silver")
      await settled(first)
      await settled(second)
      const page = await customerPage(customer.id)
      expect(page.account).toMatchObject({
        discord_user_id: userId,
        username: "ada",
        can_join: true,
        linked_at: expect.stringMatching(/^\d{4}-/) as string,
      })
      expect(page.entitlements).toHaveLength(2)
      expect(page.memberships).toMatchObject([{ roles: [{ name: "Gold", state: "held" }] }])
      expect(page.roles).toMatchObject([
        {
          name: "Gold",
          state: "held",
          last_answer: { discord_status: 201 },
          why: [
            { source_id: first, variant: { id: store.variants.Gold, title: "Gold" } },
            { source_id: second, variant: { id: store.variants.Silver, title: "Silver" } },
          ],
        },
      ])
    })

    it("shows a role that Discord refused, with the reason in words", async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      const serverId = await setUp()
      await discord.moveBot(1)
      await admin.send(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const page = await customerPage(customer.id)
      expect(page.roles).toMatchObject([
        {
          name: "Gold",
          state: "waiting",
          held: false,
          reason: expect.stringContaining("drag the bot's role above Gold") as string,
        },
      ])
    })

    it("is 404 when there is no such customer", async () => {
      const answer = await scene().admin.raw<ErrorBody>("/admin/customers/cus_none/discord")
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found" } })
    })
  })
}
