import {
  endEntitlementWorkflow,
  grantEntitlementWorkflow,
} from "../../../../src/workflows/entitlement"
import { connectedBuyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"
import { inHours } from "./shared"

/** @see ../manual-access.spec.ts */
export function testFromABillingSystemsWebhookHandler(scene: () => Scene): void {
  describe("from a billing system's webhook handler", () => {
    it("updates the one entitlement of a reference, whatever is told twice", async () => {
      const { container, db, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const told = {
        customer_id: customer.id,
        variant_id: store.variants.Gold,
        reference: "sub_1Nstripe",
        actor_id: "stripe",
      }
      const grantUntil = async (ends_at: string) =>
        grantEntitlementWorkflow(container).run({ input: { ...told, ends_at } })
      const [month, renewed] = [inHours(720), inHours(1440)]
      await grantUntil(month)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      const before = await discord.now()
      await grantUntil(month)
      await grantUntil(renewed)
      await settled()
      expect(await discord.changesFor(userId, before)).toEqual([])
      expect(await db("discord_entitlement")).toMatchObject([
        { source_id: "sub_1Nstripe", ends_at: new Date(renewed), actor_id: "stripe" },
      ])
      for (const _delivery of [1, 2]) {
        await endEntitlementWorkflow(container).run({
          input: { reference: "sub_1Nstripe", actor_id: "stripe" },
        })
      }
      await discord.expectRoles(userId, [])
      const ends = await db("discord_activity_entry").where({ action: "access_ended" })
      expect(ends).toHaveLength(1)
      await grantUntil(renewed)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("ends one variant of a reference, or all; one that was never granted is nothing to end", async () => {
      const { container, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      for (const variant_id of [store.variants.Gold, store.variants.Silver]) {
        await grantEntitlementWorkflow(container).run({
          input: { customer_id: customer.id, variant_id, reference: "sub_two" },
        })
      }
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await endEntitlementWorkflow(container).run({
        input: { reference: "sub_two", variant_id: store.variants.Gold },
      })
      await discord.expectRoles(userId, ["Silver"])
      await endEntitlementWorkflow(container).run({ input: { reference: "sub_two" } })
      await discord.expectRoles(userId, [])
      const { result } = await endEntitlementWorkflow(container).run({
        input: { reference: "sub_unknown" },
      })
      expect(result.entitlements).toEqual([])
    })

    it("gives another customer nothing under a reference that is taken", async () => {
      const { container, db, newBuyer, store } = scene()
      const { customer: ada } = await newBuyer("ada")
      const { customer: ben } = await newBuyer("ben")
      const input = { variant_id: store.variants.Gold, reference: "sub_ada" }
      await grantEntitlementWorkflow(container).run({ input: { ...input, customer_id: ada.id } })
      await expect(
        grantEntitlementWorkflow(container).run({ input: { ...input, customer_id: ben.id } }),
      ).rejects.toMatchObject({
        message: expect.stringContaining(`customer ${ada.id} already`) as string,
      })
      expect(await db("discord_entitlement")).toMatchObject([{ customer_id: ada.id }])
    })
  })
}
