import { connectedBuyer } from "../../../helpers/account/buyers"
import { inDays, RecipeStore, sweep } from "../../../helpers/entitlement/subscriptions"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../subscription-life.spec.ts */
export function testRenewals(scene: () => Scene): void {
  describe("a renewal after a change of roles for new buyers", () => {
    it("calls nobody and gives what the subscription gave, also while its order alone is known", async () => {
      const { admin, db, discord, service, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const recipe = new RecipeStore(scene())
      const id = await recipe.subscribe(customer, "Gold")
      await sweep(scene())
      await settled(id)
      await discord.expectRoles(userId, ["Gold"])
      const roles = [{ role_id: discord.roles.Silver }]
      await admin.send(`/admin/products/${store.productId}/discord-roles`, {
        body: { variants: [{ variant_id: store.variants.Gold, roles }], apply_to: "new_buyers" },
      })
      await service.engine.idle()
      // So long not seen that a purchase would look at the member first.
      await db("discord_membership").update({ last_seen_at: inDays(-7), look_at: inDays(1) })
      const before = await discord.now()

      const order = await recipe.charge(id, customer, "Gold")
      await settled(order)
      await service.engine.idle()
      expect(await discord.callsFor(userId, before)).toEqual([])
      await recipe.renewed(id, 60)
      await sweep(scene())
      await settled()
      await service.engine.idle()
      expect(await discord.callsFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])

      // A purchase beside it is one of its own, and of a new buyer.
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Silver", "Gold"])
    })
  })
}
