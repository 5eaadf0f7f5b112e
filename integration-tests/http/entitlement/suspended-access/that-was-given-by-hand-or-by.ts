import {
  grantEntitlementWorkflow,
  resumeEntitlementWorkflow,
  suspendEntitlementWorkflow,
  syncSubscriptionEntitlementsWorkflow,
} from "../../../../src/workflows/entitlement"
import { connectedBuyer } from "../../../helpers/account/buyers"
import { RecipeStore, sweep } from "../../../helpers/entitlement/subscriptions"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../suspended-access.spec.ts */
export function testThatWasGivenByHandOrBy(scene: () => Scene): void {
  describe("that was given by hand or by a subscription", () => {
    it("by hand: granting it again under its reference does not lift it, but says so", async () => {
      const { container, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const grant = () =>
        grantEntitlementWorkflow(container).run({
          input: {
            customer_id: customer.id,
            variant_id: store.variants.Gold,
            reference: "sub_1",
          },
        })
      await grant()
      await discord.expectRoles(userId, ["Gold"])
      const { result } = await suspendEntitlementWorkflow(container).run({
        input: { source: "manual", source_id: "sub_1", reason: "abuse", actor_id: "stripe" },
      })
      expect(result.entitlements).toMatchObject([{ suspended_by: "stripe" }])
      await discord.expectRoles(userId, [])
      const again = await grant()
      expect(again.result.notices).toEqual([expect.stringContaining("is suspended") as string])
      await scene().service.engine.idle()
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("by a subscription: renewals do not lift it", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const recipe = new RecipeStore(scene())
      const id = await recipe.subscribe(customer, "Gold")
      await sweep(scene())
      await discord.expectRoles(userId, ["Gold"])
      await settled(id)
      await suspendEntitlementWorkflow(container).run({
        input: { source: "subscription", source_id: id, reason: "other" },
      })
      await discord.expectRoles(userId, [])
      await recipe.renew(id, customer, "Gold", 60)
      await syncSubscriptionEntitlementsWorkflow(container).run({
        input: { source: "recipe", id },
      })
      await settled()
      await scene().service.engine.idle()
      expect(await discord.rolesOf(userId)).toEqual([])
      await resumeEntitlementWorkflow(container).run({
        input: { source: "subscription", source_id: id },
      })
      await discord.expectRoles(userId, ["Gold"])
    })

    it("by a subscription whose order is disputed: the order stands for what it pays for", async () => {
      const { container, db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const recipe = new RecipeStore(scene())
      const id = await recipe.subscribe(customer, "Gold")
      await sweep(scene())
      await settled(id)
      await discord.expectRoles(userId, ["Gold"])
      const [given] = await db<{ order_ids: string[] }>("discord_entitlement").where({
        source_id: id,
      })
      const order = given?.order_ids[0] ?? ""
      // The subscription may be read before its order's own event is heard.
      await settled(order)
      const target = { source: "order" as const, source_id: order }
      await suspendEntitlementWorkflow(container).run({ input: { ...target, reason: "dispute" } })
      await discord.expectRoles(userId, [])
      await resumeEntitlementWorkflow(container).run({ input: target })
      await discord.expectRoles(userId, ["Gold"])
    })
  })
}
