import sweepDiscordOrders from "../../../../src/jobs/sweep-discord-orders"
import { syncOrderEntitlementsWorkflow } from "../../../../src/workflows/entitlement"
import { orderChangesIdle } from "../../../../src/workflows/entitlement/utils/order-changes"
import { startOrderBackfillWorkflow } from "../../../../src/workflows/sync"
import type { Scene } from "../../../helpers/store/suite"
import { ON_HOLD, disputedOrder, listOf, entitlementOf, suspend, resume } from "./shared"

/** @see ../suspended-access.spec.ts */
export function testOfAnOrderThatWasPaidAndHanded(scene: () => Scene): void {
  describe("of an order that was paid and handed over, for a disputed payment", () => {
    it("takes the role at once, without the server's grace, and resuming gives it back", async () => {
      const { discord } = scene()
      const { userId, order, entitlement } = await disputedOrder(scene())
      const { status, body } = await suspend(scene(), entitlement.id, {
        reason: "dispute",
        note: "case 4711",
      })
      expect(status).toBe(200)
      expect(body.entitlement).toMatchObject({
        id: entitlement.id,
        source: "order",
        source_id: order,
        active: false,
        ends_at: null,
        suspended_reason: "dispute",
        suspended_note: "case 4711",
        suspended_by: expect.stringMatching(/^user_/) as string,
        suspended_at: expect.any(String) as string,
      })
      await discord.expectRoles(userId, [])
      const resumed = await resume(scene(), entitlement.id)
      expect(resumed.body.entitlement).toMatchObject({
        active: true,
        suspended_at: null,
        suspended_reason: null,
        suspended_note: null,
        suspended_by: null,
      })
      await discord.expectRoles(userId, ["Gold"])
    })

    it("survives whatever is told of the order afterwards", async () => {
      const { admin, container, db, discord, map, service, settled } = scene()
      const { customer, userId, order, entitlement, orderAdmin } = await disputedOrder(scene())
      await suspend(scene(), entitlement.id, { reason: "dispute" })
      await discord.expectRoles(userId, [])
      const stays = async () => {
        await orderChangesIdle()
        await service.sweep()
        await settled()
        await service.engine.idle()
        expect(await discord.rolesOf(userId)).toEqual([])
      }
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await stays()
      await orderAdmin.edit(order, { Gold: 3 })
      await orderAdmin.capture(order)
      await stays()
      await orderAdmin.complete(order)
      await db("discord_watermark").delete()
      await sweepDiscordOrders(container)
      await startOrderBackfillWorkflow(container).run({ input: { actor_id: "test" } })
      await service.syncRuns.sweep()
      await stays()
      await map({ Gold: ["Gold", "Silver"] })
      await stays()
      await admin.send(`/admin/customers/${customer.id}/discord/resync`, { method: "POST" })
      await stays()
      await customer.disconnect()
      await customer.connect(discord, userId)
      await stays()
      expect(await entitlementOf(scene(), order)).toMatchObject({
        suspended_reason: "dispute",
        quantity: 3,
      })
      await resume(scene(), entitlement.id)
      await discord.expectRoles(userId, ["Silver", "Gold"])
    })

    it("goes along when the order is transferred to somebody else", async () => {
      const { container, discord, newBuyer, service } = scene()
      const { customer, userId, order, entitlement, orderAdmin } = await disputedOrder(scene())
      const ben = await newBuyer("ben")
      await ben.customer.connect(discord, ben.userId)
      await suspend(scene(), entitlement.id, { reason: "dispute" })
      await discord.expectRoles(userId, [])
      await orderAdmin.transfer(order, ben.customer.id)
      await orderAdmin.acceptTransfer(order, customer)
      await orderChangesIdle()
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await service.engine.idle()
      expect(await entitlementOf(scene(), order)).toMatchObject({
        customer_id: ben.customer.id,
        active: false,
      })
      expect((await ben.customer.access()).todo).toEqual(ON_HOLD)
      await resume(scene(), entitlement.id)
      await discord.expectRoles(ben.userId, ["Gold"])
    })

    it("is no way around by an exchange or an edit: what the order gives anew is suspended with it", async () => {
      const { container, discord, service, settled } = scene()
      const { userId, order, entitlement, orderAdmin } = await disputedOrder(scene())
      await suspend(scene(), entitlement.id, { reason: "abuse", note: "shared account" })
      await discord.expectRoles(userId, [])
      await orderAdmin.edit(order, { Silver: 1 })
      await orderAdmin.capture(order)
      await orderChangesIdle()
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      await settled(order)
      await service.engine.idle()
      expect(await discord.rolesOf(userId)).toEqual([])
      const { entitlements } = await listOf(scene(), order)
      expect(entitlements.map((each) => [each.suspended_reason, each.suspended_note])).toEqual([
        ["abuse", "shared account"],
        ["abuse", "shared account"],
      ])
    })

    it("gives back what the order gives by then: what was refunded meanwhile stays ended", async () => {
      const { discord, service } = scene()
      const { userId, order, entitlement, orderAdmin } = await disputedOrder(scene())
      await suspend(scene(), entitlement.id, { reason: "dispute" })
      await discord.expectRoles(userId, [])
      await orderAdmin.refund(order)
      await orderChangesIdle()
      const { body } = await resume(scene(), entitlement.id)
      expect(body.entitlement).toMatchObject({ active: false, ended_reason: "order_refunded" })
      await service.engine.idle()
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("leaves a role that something else gives", async () => {
      const { discord, service, settled } = scene()
      const { customer, userId, entitlement } = await disputedOrder(scene())
      await settled(await customer.buy("Gold"))
      const before = await discord.now()
      await suspend(scene(), entitlement.id, { reason: "other" })
      await service.engine.idle()
      expect(await discord.changesFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect((await customer.access()).todo).toBeNull()
    })
  })
}
