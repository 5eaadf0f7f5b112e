import { Modules } from "@medusajs/framework/utils"
import { syncSubscriptionEntitlementsWorkflow } from "../../src/workflows/entitlement"
import { billing } from "../subscription-modules/billing"
import type { Customer } from "../helpers/customer"
import { eventually } from "../helpers/eventually"
import { inDays, misconfigured, RecipeStore, ReorderStore, sweep } from "../helpers/subscriptions"
import { storeSuite, type Scene } from "../helpers/suite"

process.env.DISCORD_TEST_SUBSCRIPTIONS = "true"

interface StoredEntitlement {
  source: string
  source_id: string
  provider: string | null
  variant_id: string
  ends_at: Date | null
  ended_reason: string | null
}

/** What a developer gets wrong, and the words that tell them. */
const MISTAKES: [string, Parameters<typeof misconfigured>[2], RegExp][] = [
  [
    "a wrong path",
    (source) => (source.fields.customerId = "custmer_id"),
    /customerId is not at "custmer_id"/,
  ],
  [
    "a status without a meaning",
    (source) => delete source.statuses.cancelled,
    /nothing says what status "cancelled" means/,
  ],
  ["a wrong entity", (source) => (source.entity = "subscripton"), /cannot be read/],
]

storeSuite("from a subscription to a role", (scene) => {
  describe("Medusa's official recipe", () => {
    it("subscribing gives the role, renewing calls nobody, and expiry takes it though its order stands", async () => {
      const { db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const recipe = new RecipeStore(scene())
      const id = await recipe.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      // The links came after the event: the sweep reads them.
      await sweep(scene())
      await settled(id)
      expect(await stored(scene(), id)).toMatchObject([
        { source: "subscription", provider: "recipe", ended_reason: null },
      ])

      const before = await discord.now()
      await recipe.renew(id, customer, "Gold", 60)
      await sync(scene(), "recipe", id)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      const orders = await db<{ order_ids: string[] }>("discord_entitlement").where({
        source_id: id,
      })
      expect(orders[0]?.order_ids).toHaveLength(2)

      // The expiry job of the recipe is missed: the date alone ends it.
      await recipe.service.updateSubscriptions({ id, expiration_date: inDays(-1) })
      await discord.expectRoles(userId, [])
    })

    it("a cancel keeps the role until the expiration date", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const recipe = new RecipeStore(scene())
      const id = await recipe.subscribe(customer, "Gold")
      await sweep(scene())
      await discord.expectRoles(userId, ["Gold"])
      await recipe.service.updateSubscriptions({ id, status: "canceled", next_order_date: null })
      await sync(scene(), "recipe", id)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await stored(scene(), id)).toMatchObject([{ ended_reason: "subscription_ended" }])
      await passDays(scene(), 31)
      await discord.expectRoles(userId, [])
    })
  })

  describe("Reorder", () => {
    it("an upgrade gives the new role before it takes the old one, and a downgrade the other way round", async () => {
      const { discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const id = await reorder.subscribe(customer, "Silver")
      await discord.expectRoles(userId, ["Silver"])
      await reorder.change(id, { variant_id: store.variants.Gold })
      await discord.expectRoles(userId, ["Gold"])
      await reorder.change(id, { variant_id: store.variants.Bronze })
      await discord.expectRoles(userId, ["Bronze"])
      const events = await discord.control.memberEvents({ user_id: userId })
      const { Bronze, Silver, Gold } = discord.roles
      expect(
        events.filter(({ role_id }) => role_id).map(({ type, role_id }) => [type, role_id]),
      ).toEqual([
        ["role_add", Silver],
        ["role_add", Gold],
        ["role_remove", Silver],
        ["role_add", Bronze],
        ["role_remove", Gold],
      ])
    })

    it("a pause takes the role, resuming gives it back; the same told again calls nobody", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const id = await reorder.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      await reorder.change(id, { status: "paused" })
      await discord.expectRoles(userId, [])
      await reorder.change(id, { status: "active" })
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      const before = await discord.now()
      await reorder.change(id, { last_renewal_at: new Date() })
      await sync(scene(), "reorder", id)
      await sweep(scene(), true)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
    })

    it("past due keeps the role for the grace, which looking again does not begin anew", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const id = await reorder.subscribe(customer, "Gold")
      await discord.expectRoles(userId, ["Gold"])
      await reorder.change(id, { status: "past_due" })
      await sync(scene(), "reorder", id)
      const [begun] = await stored(scene(), id)
      expect(daysLeft(begun)).toBeCloseTo(7, 1)
      await passDays(scene(), 6)
      await sync(scene(), "reorder", id)
      await settled()
      const [later] = await stored(scene(), id)
      expect(daysLeft(later)).toBeCloseTo(1, 1)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await passDays(scene(), 1.001)
      await discord.expectRoles(userId, [])
      await sync(scene(), "reorder", id)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual([])
      // Paid at last.
      await reorder.change(id, { status: "active" })
      await discord.expectRoles(userId, ["Gold"])
      expect(await stored(scene(), id)).toMatchObject([{ ends_at: null }])
    })

    it("a cancel at the period's end keeps the role until then, an immediate cancel takes it at once", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const later = await reorder.subscribe(customer, "Gold")
      const now = await reorder.subscribe(customer, "Silver")
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await reorder.change(later, { status: "cancelled", cancel_effective_at: inDays(20) })
      await reorder.change(now, { status: "cancelled", cancel_effective_at: new Date() })
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      await passDays(scene(), 19)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await passDays(scene(), 1.001)
      await discord.expectRoles(userId, [])
    })

    it("a trial gives the role as a paid subscription does", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const id = await reorder.subscribe(customer, "Gold", 14)
      await discord.expectRoles(userId, ["Gold"])
      await reorder.change(id, { status: "cancelled", is_trial: false })
      await discord.expectRoles(userId, [])
    })

    it("of two subscriptions on one role, ending one changes nothing and ending both takes it", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const [one, two] = [
        await reorder.subscribe(customer, "Gold"),
        await reorder.subscribe(customer, "Gold"),
      ]
      await discord.expectRoles(userId, ["Gold"])
      await sync(scene(), "reorder", two)
      await settled()
      const before = await discord.now()
      await reorder.change(one, { status: "cancelled" })
      await sync(scene(), "reorder", one)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.callsFor(userId, before)).toEqual([])
      await reorder.change(two, { status: "cancelled" })
      await discord.expectRoles(userId, [])
    })

    it("a deleted subscription ends; one that merely cannot be found does not", async () => {
      const { container, db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const [lost, deleted] = [
        await reorder.subscribe(customer, "Gold"),
        await reorder.subscribe(customer, "Silver"),
      ]
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await db("reorder_subscription").where({ id: lost }).delete()
      await expect(sync(scene(), "reorder", lost)).rejects.toMatchObject({
        message: expect.stringContaining("was not found") as string,
      })
      await sweep(scene(), true)
      await reorder.service.deleteReorderSubscriptions(deleted)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await stored(scene(), deleted)).toMatchObject([
        { ended_reason: "subscription_deleted" },
      ])
      await syncSubscriptionEntitlementsWorkflow(container).run({
        input: { source: "reorder", id: lost, deleted: true },
      })
      await discord.expectRoles(userId, [])
    })
  })

  describe("what goes wrong", () => {
    it("events that are lost are made good by the sweep", async () => {
      const { db, discord, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reorder = new ReorderStore(scene())
      const id = await reorder.subscribe(customer, "Silver")
      await discord.expectRoles(userId, ["Silver"])
      await sweep(scene())
      await db("reorder_subscription")
        .where({ id })
        .update({ variant_id: store.variants.Gold, updated_at: new Date() })
      await sweep(scene())
      await discord.expectRoles(userId, ["Gold"])
      await db("reorder_subscription")
        .where({ id })
        .update({ status: "paused", updated_at: new Date(0) })
      await sweep(scene(), true)
      await discord.expectRoles(userId, [])
    })

    it.each(MISTAKES)(
      "%s never takes a role, and is told in the activity log, once",
      async (_what, change, words) => {
        const { db, discord, settled } = scene()
        const { customer, userId } = await connectedBuyer(scene())
        const reorder = new ReorderStore(scene())
        const id = await reorder.subscribe(customer, "Gold")
        await discord.expectRoles(userId, ["Gold"])
        await settled(id)
        await misconfigured(scene(), "reorder", change, async () => {
          await db("reorder_subscription")
            .where({ id })
            .update({
              status: "cancelled",
              created_at: inDays(-1),
              updated_at: new Date(),
            })
          await expect(sync(scene(), "reorder", id)).rejects.toBeDefined()
          await sweep(scene())
          await sweep(scene(), true)
          await settled()
          expect(await discord.rolesOf(userId)).toEqual(["Gold"])
        })
        expect(await failuresTold(scene(), words)).toBe(1)
        await sweep(scene())
        await discord.expectRoles(userId, [])
      },
    )

    it.each(MISTAKES)(
      "%s is told when the store starts, before any subscription has changed",
      async (_what, change, words) => {
        const { db, discord, service } = scene()
        const { customer, userId } = await connectedBuyer(scene())
        const id = await new ReorderStore(scene()).subscribe(customer, "Gold")
        await discord.expectRoles(userId, ["Gold"])
        await service.__hooks.onApplicationStart()
        expect(await failuresTold(scene(), /./)).toBe(0)
        const aDayAgo = { created_at: inDays(-1), updated_at: inDays(-1) }
        await db("reorder_subscription")
          .where({ id })
          .update({ status: "cancelled", ...aDayAgo })
        await misconfigured(scene(), "reorder", change, () => service.__hooks.onApplicationStart())
        expect(await failuresTold(scene(), words)).toBe(1)
        expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      },
    )
  })

  describe("a function as source", () => {
    it("gives what it says, changes and ends with it, and keeps all when it says nothing or nonsense", async () => {
      const { container, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const reading = {
        customerId: customer.id,
        variantId: [store.variants.Gold, store.variants.Bronze],
        status: "grant" as const,
      }
      const tell = () =>
        container
          .resolve(Modules.EVENT_BUS)
          .emit({ name: "billing.changed", data: { subscription: { id: "bill_1" } } })
      billing.set("bill_1", [reading])
      await tell()
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      billing.set("bill_1", [{ ...reading, variantId: store.variants.Silver }])
      await tell()
      await discord.expectRoles(userId, ["Silver"])
      billing.set("bill_1", [{ ...reading, customerId: "" }])
      await expect(sync(scene(), "billing", "bill_1")).rejects.toBeDefined()
      billing.delete("bill_1")
      await expect(sync(scene(), "billing", "bill_1")).rejects.toBeDefined()
      await sweep(scene(), true)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Silver"])
      billing.set("bill_1", [{ ...reading, status: "end", variantId: store.variants.Silver }])
      await sweep(scene(), true)
      await discord.expectRoles(userId, [])
      await expect(sync(scene(), "stripe", "x")).rejects.toMatchObject({
        message: expect.stringContaining("which has: recipe, reorder, billing") as string,
      })
    })
  })
})

async function connectedBuyer({
  discord,
  newBuyer,
  setUp,
}: Scene): Promise<{ customer: Customer; userId: string }> {
  await setUp()
  const buyer = await newBuyer("ada")
  await discord.control.addMember(discord.guildId, buyer.userId)
  await buyer.customer.connect(discord, buyer.userId)
  return buyer
}

async function sync({ container }: Scene, source: string, id: string): Promise<void> {
  await syncSubscriptionEntitlementsWorkflow(container).run({ input: { source, id } })
}

/** How many entries of the activity log tell of sources that failed, in such words. */
async function failuresTold({ admin }: Scene, words: RegExp): Promise<number> {
  const { activity } = await admin.send<{ activity: { message: string }[] }>(
    "/admin/discord/activity?action=source_failed",
  )
  return activity.filter(({ message }) => words.test(message)).length
}

async function stored({ db }: Scene, id: string): Promise<StoredEntitlement[]> {
  return eventually(async () => {
    const found = await db<StoredEntitlement>("discord_entitlement").where({ source_id: id })
    expect(found).not.toEqual([])
    return found
  })
}

function daysLeft(entitlement: StoredEntitlement | undefined): number {
  return ((entitlement?.ends_at?.getTime() ?? Number.NaN) - Date.now()) / 86_400_000
}

/** Days pass, as far as the rows of the plugin and the modules can tell; then the minute's job comes. */
async function passDays({ db, service }: Scene, days: number): Promise<void> {
  await service.engine.idle()
  const back = (column: string) => db.raw(`?? - ? * interval '1 day'`, [column, days])
  await db("discord_entitlement").update({
    starts_at: back("starts_at"),
    ends_at: back("ends_at"),
    grace_from: back("grace_from"),
  })
  await db("discord_membership").update({ recheck_at: back("recheck_at") })
  await db("subscription").update({ expiration_date: back("expiration_date") })
  await db("reorder_subscription").update({ cancel_effective_at: back("cancel_effective_at") })
  await service.sweep()
}
