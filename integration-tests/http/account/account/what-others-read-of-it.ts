import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../account.spec.ts */
export function testWhatOthersReadOfIt(scene: () => Scene): void {
  describe("what others read of it", () => {
    it("is the customer's account, never their tokens, and the variant's roles in query.graph", async () => {
      const { container, discord, newBuyer, setUp, store } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data: customers } = await query.graph({
        entity: "customer",
        fields: ["id", "discord_account.*"],
        filters: { id: customer.id },
      })
      expect(customers[0]).toMatchObject({ discord_account: { discord_user_id: userId } })
      expect(JSON.stringify(customers[0])).not.toContain("sealed")
      const { data: variants } = await query.graph({
        entity: "product_variant",
        fields: ["id", "discord_roles.*", "discord_roles.role.*"],
        filters: { id: store.variants.Gold },
      })
      expect(variants[0]).toMatchObject({
        discord_roles: [{ role: { role_id: discord.roles.Gold, name: "Gold" } }],
      })
    })

    it("is the activity log, newest first, which names the order and what Discord answered", async () => {
      const { admin, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      const log = await admin.send<{ activity: object[]; count: number }>(
        "/admin/discord/activity?action[]=member_joined&action[]=account_linked",
      )
      expect(log).toMatchObject({
        count: 2,
        activity: [
          {
            action: "member_joined",
            trigger: `order ${order}`,
            role_id: discord.roles.Gold,
            discord_status: 201,
          },
          { action: "account_linked", trigger: customer.id },
        ],
      })
    })
  })
}
