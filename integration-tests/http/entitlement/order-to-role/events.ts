import { Modules } from "@medusajs/framework/utils"
import { syncOrderEntitlementsWorkflow } from "../../../../src/workflows/entitlement"
import { connectedBuyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"

/** @see ../order-to-role.spec.ts */
export function testEvents(scene: () => Scene): void {
  describe("events", () => {
    it("told twice change nothing and call nobody", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      const before = await discord.now()
      await container.resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: order } })
      // Handled for certain, whenever the bus comes to it: the same work once more, waited for.
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await settled(order)
      expect(await discord.changesFor(userId, before)).toEqual([])
    })

    it("told late do not bring back what was cancelled", async () => {
      const { cancel, container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
      await container.resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: order } })
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("told in the wrong order, or only the last of them, end in no role and no call", async () => {
      const { admin, container, db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await settled(order)
      await admin.send(`/admin/orders/${order}/cancel`, { method: "POST" })
      await discord.expectRoles(userId, [])
      await settled(order)
      // As if neither event had been handled yet.
      await db("discord_entitlement").where({ source_id: order }).delete()
      const before = await discord.now()
      for (const _event of ["order.canceled", "order.placed"]) {
        await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      }
      await settled()
      expect(await discord.changesFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("handled at the same moment by several workers give one join", async () => {
      const { container, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await Promise.all(
        Array.from({ length: 5 }, () =>
          syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } }),
        ),
      )
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.joinsOf(userId)).toBe(1)
    })
  })
}
