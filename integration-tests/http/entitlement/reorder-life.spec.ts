import sweepDiscordOrders from "../../../src/jobs/sweep-discord-orders"
import { orderChangesIdle } from "../../../src/workflows/entitlement/utils/order-changes"
import {
  suspendEntitlementWorkflow,
  syncOrderEntitlementsWorkflow,
} from "../../../src/workflows/entitlement"
import { connectedBuyer } from "../../helpers/account/buyers"
import type { Customer } from "../../helpers/account/customer"
import { ReorderStore } from "../../helpers/entitlement/reorder-store"
import { sweep } from "../../helpers/entitlement/subscriptions"
import { storeSuite, type Scene } from "../../helpers/store/suite"

process.env.DISCORD_TEST_SUBSCRIPTIONS = "reorder"

storeSuite("Reorder's subscriptions", (scene) => {
  describe("paid in time", () => {
    it("subscribing gives the role, renewing calls nobody, and a cancel at once takes it though its orders stand", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const id = await reorder.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      await calm(scene())
      const before = await discord.now()
      await reorder.renew(id)
      await reorder.renew(id)
      await calm(scene())
      expect(await reorder.linkedOrders(id)).toHaveLength(3)
      expect(await discord.changesFor(userId, before)).toEqual([])
      await reorder.cancel(id, "immediately")
      await discord.expectRoles(userId, [])
      await calm(scene())
      expect(await discord.rolesOf(userId)).toEqual([])
    })

    it("a cancel for the cycle's end keeps the role until then", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const id = await reorder.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      await reorder.cancel(id, "end_of_cycle")
      expect(await reorder.statusOf(id)).toBe("cancelled")
      await passDays(scene(), 27)
      await calm(scene())
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await passDays(scene(), 5)
      await discord.expectRoles(userId, [])
    })

    it("a pause takes the role and resuming gives it back; a new plan's role comes before the old one goes, up and down", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const id = await reorder.subscribe(customer, "Silver")
      await discord.expectRoles(userId, ["Silver"])
      await reorder.pause(id)
      await discord.expectRoles(userId, [])
      await reorder.resume(id)
      await discord.expectRoles(userId, ["Silver"])
      await reorder.changePlan(id, "Gold")
      await calm(scene())
      expect(await discord.rolesOf(userId)).toEqual(["Silver"])
      await reorder.renew(id)
      await discord.expectRoles(userId, ["Gold"])
      await reorder.changePlan(id, "Bronze")
      await reorder.renew(id)
      await discord.expectRoles(userId, ["Bronze"])
      const events = await discord.control.memberEvents({ user_id: userId })
      const { Bronze, Silver, Gold } = discord.roles
      expect(
        events.filter(({ role_id }) => role_id).map(({ type, role_id }) => [type, role_id]),
      ).toEqual([
        ["role_add", Silver],
        ["role_remove", Silver],
        ["role_add", Silver],
        ["role_add", Gold],
        ["role_remove", Silver],
        ["role_add", Bronze],
        ["role_remove", Gold],
      ])
      await reorder.cancel(id, "immediately")
      await discord.expectRoles(userId, [])
    })

    it("a trial gives the role as a paid subscription does", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene(), { trialDays: 14 })
      const id = await reorder.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      await reorder.cancel(id, "immediately")
      await discord.expectRoles(userId, [])
    })
  })

  describe("a charge that failed", () => {
    it("past due keeps the role as long as Reorder tries again by default, then takes it, and a late payment gives it back", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const id = await failedRenewal(scene(), reorder, customer)
      const { intervals } = (await reorder.dunningOf(id)).retry_schedule
      expect(intervals).toEqual([1440, 4320, 10080])
      for (const [attempt, minutes] of intervals.entries()) {
        // Each wait counts from the end of the attempt before it, and the job comes every five minutes.
        await passDays(scene(), (minutes + 5) / (24 * 60))
        await calm(scene())
        expect(await discord.rolesOf(userId)).toEqual(["Gold"])
        if (attempt < intervals.length - 1) {
          await reorder.retry(id)
          expect(await reorder.dunningOf(id)).toMatchObject({ status: "retry_scheduled" })
        }
      }
      await passDays(scene(), 1.1)
      await discord.expectRoles(userId, [])
      reorder.noMoney(customer, false)
      await reorder.retry(id)
      expect(await reorder.dunningOf(id)).toMatchObject({ status: "recovered" })
      await discord.expectRoles(userId, ["Gold"])
    })

    it.each<[string, (order: string, scene: Scene) => Promise<unknown>]>([
      ["what Reorder writes down", () => Promise.resolve()],
      [
        "its metadata alone",
        (order, { db }) =>
          Promise.all([
            db("renewal_cycle")
              .where({ generated_order_id: order })
              .update({ generated_order_id: null }),
            db("dunning_case").where({ renewal_order_id: order }).update({ renewal_order_id: "" }),
          ]),
      ],
      ["Reorder's records alone", (_order, { db }) => db("order").update({ metadata: null })],
    ])(
      "the order of a retry, which is never linked, is the subscription's own by %s",
      async (_by, forget) => {
        const { container, discord } = scene()
        const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
        const reorder = await ReorderStore.open(scene())
        const { id, order } = await recoveredRenewal(scene(), reorder, customer)
        expect(await reorder.linkedOrders(id)).not.toContain(order)
        expect(await discord.rolesOf(userId)).toEqual(["Gold"])
        await forget(order, scene())
        await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
        await reorder.cancel(id, "immediately")
        await discord.expectRoles(userId, [])
        await calm(scene())
        expect(await discord.rolesOf(userId)).toEqual([])
      },
    )

    it("an order for the new plan that a retry charged gives nothing beside the subscription", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const id = await reorder.subscribe(customer, "Silver")
      await discord.expectRoles(userId, ["Silver"])
      await reorder.changePlan(id, "Gold")
      reorder.noMoney(customer)
      await reorder.renew(id)
      reorder.noMoney(customer, false)
      await reorder.retry(id)
      expect(await reorder.statusOf(id)).toBe("active")
      await calm(scene())
      await reorder.cancel(id, "immediately")
      await discord.expectRoles(userId, [])
      await calm(scene())
      expect(await discord.rolesOf(userId)).toEqual([])
    })
  })

  describe("orders beside them", () => {
    it("a purchase of one's own stays, whatever subscription it claims to belong to", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const other = await newBuyer("bob")
      const foreign = await reorder.subscribe(other.customer, "Gold")
      const id = await reorder.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      for (const subscription_id of [foreign, "sub_nobody", [id], { id }]) {
        await customer.buyItems([{ variant_id: customer.store.variants.Bronze, quantity: 1 }], {
          metadata: { subscription_id },
        })
      }
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await calm(scene())
      await reorder.cancel(foreign, "immediately")
      await reorder.cancel(id, "immediately")
      await discord.expectRoles(userId, ["Bronze"])
      await calm(scene())
      expect(await discord.rolesOf(userId)).toEqual(["Bronze"])
    })

    it("an order that came before its subscription was known is its own from then on", async () => {
      const { container, db, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const reorder = await ReorderStore.open(scene())
      const id = await reorder.subscribe(customer, "Silver")
      await discord.expectRoles(userId, ["Silver"])
      await calm(scene())
      await db("discord_entitlement").where({ source: "subscription" }).delete()
      const order = await customer.buyItems(
        [{ variant_id: customer.store.variants.Bronze, quantity: 1 }],
        { metadata: { subscription_id: id } },
      )
      await discord.expectRoles(userId, ["Bronze", "Silver"])
      await sweep(scene(), true)
      await discord.expectRoles(userId, ["Silver"])
      // A dispute of its payment is one of the subscription.
      await suspendEntitlementWorkflow(container).run({
        input: { source: "order", source_id: order, reason: "dispute" },
      })
      await discord.expectRoles(userId, [])
    })
  })
})

/** @returns a subscription of Gold that is past due */
async function failedRenewal(
  scene: Scene,
  reorder: ReorderStore,
  customer: Customer,
): Promise<string> {
  const id = await reorder.subscribe(customer, "Gold")
  await calm(scene)
  reorder.noMoney(customer)
  await reorder.renew(id)
  expect(await reorder.statusOf(id)).toBe("past_due")
  await calm(scene)
  return id
}

/** @returns a subscription of Gold that runs again, and the order that was charged at the retry */
async function recoveredRenewal(
  scene: Scene,
  reorder: ReorderStore,
  customer: Customer,
): Promise<{ id: string; order: string }> {
  const id = await failedRenewal(scene, reorder, customer)
  // Reorder's job takes a renewal that failed up again, and makes another order for it.
  await reorder.renew(id)
  reorder.noMoney(customer, false)
  await reorder.retry(id)
  const { status, renewal_order_id: order } = await reorder.dunningOf(id)
  expect(status).toBe("recovered")
  expect(await reorder.statusOf(id)).toBe("active")
  await calm(scene)
  // Paid, and so it would give its role for good.
  const [owned] = await scene.db<{ ended_reason: string | null }>("discord_entitlement").where({
    source: "order",
    source_id: order,
  })
  expect(owned).toMatchObject({ ended_reason: null })
  return { id, order }
}

/** Until every event was handled, the minute's jobs have come, and no membership has work left. */
async function calm({ container, settled, ...scene }: Scene): Promise<void> {
  await orderChangesIdle()
  await sweepDiscordOrders(container)
  await sweep({ container, settled, ...scene })
  await orderChangesIdle()
  await settled()
}

/** Days pass, as far as the rows of the plugin and of Reorder can tell; then the minute's job comes. */
async function passDays({ db, service }: Scene, days: number): Promise<void> {
  await service.engine.idle()
  const back = (column: string) => db.raw(`?? - ? * interval '1 day'`, [column, days])
  await db("discord_entitlement").update({
    starts_at: back("starts_at"),
    ends_at: back("ends_at"),
    grace_from: back("grace_from"),
  })
  await db("discord_membership").update({ recheck_at: back("recheck_at") })
  await db("subscription").update({ cancel_effective_at: back("cancel_effective_at") })
  await service.sweep()
}
