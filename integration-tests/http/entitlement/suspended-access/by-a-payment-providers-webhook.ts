import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  resumeEntitlementWorkflow,
  suspendEntitlementWorkflow,
} from "../../../../src/workflows/entitlement"
import { connectedBuyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"
import { listOf, suspend } from "./shared"

/** @see ../suspended-access.spec.ts */
export function testByAPaymentProvidersWebhook(scene: () => Scene): void {
  describe("by a payment provider's webhook", () => {
    it("suspends all that an order gives, told once or twice, and is no error for an order that gives nothing", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Silver", "Gold")
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await settled(order)
      const input = { source: "order" as const, source_id: order, reason: "dispute" as const }
      const { result } = await suspendEntitlementWorkflow(container).run({ input })
      expect(result.entitlements).toHaveLength(2)
      await discord.expectRoles(userId, [])
      const twice = await suspendEntitlementWorkflow(container).run({ input })
      expect(twice.result.entitlements).toEqual([])
      const none = await suspendEntitlementWorkflow(container).run({
        input: { ...input, source_id: "order_of_shirts" },
      })
      expect(none.result.entitlements).toEqual([])
    })

    it("finds the order of a disputed payment by its payment session", async () => {
      const { container, db } = scene()
      const { customer } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      const { rows } = await db.raw<{ rows: { id: string }[] }>(
        `select session.id from payment_session session
           join order_payment_collection link using (payment_collection_id)
          where link.order_id = ?`,
        [order],
      )
      // As the admin guide's subscriber does.
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "payment_session",
        fields: ["payment_collection.order.id"],
        filters: { id: rows[0]?.id ?? "" },
      })
      expect(data).toMatchObject([{ payment_collection: { order: { id: order } } }])
    })

    it("that lifts its dispute leaves what an admin suspended for another reason", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Silver", "Gold")
      await settled(order)
      const { entitlements } = await listOf(scene(), order)
      const gold = entitlements.find((each) => each.variant_id === scene().store.variants.Gold)
      await suspend(scene(), gold?.id ?? "", { reason: "abuse" })
      const source = { source: "order" as const, source_id: order }
      await suspendEntitlementWorkflow(container).run({ input: { ...source, reason: "dispute" } })
      await discord.expectRoles(userId, [])
      await resumeEntitlementWorkflow(container).run({ input: { ...source, reason: "dispute" } })
      await discord.expectRoles(userId, ["Silver"])
    })

    it("with input that names nothing, or no reason, is refused in words", async () => {
      const { container } = scene()
      for (const [input, words] of [
        [{ reason: "dispute" }, /Name what is meant/],
        [{ source: "order", reason: "dispute" }, /Name what is meant/],
        [{ source: "order", source_id: "order_1" }, /reason must be one of/],
      ] as const) {
        await expect(
          suspendEntitlementWorkflow(container).run({
            input: input as unknown as { id: string; reason: "dispute" },
          }),
        ).rejects.toMatchObject({ message: expect.stringMatching(words) as string })
      }
    })
  })
}
