import { Modules } from "@medusajs/framework/utils"
import type { AdminDiscordSetupResponse } from "../../../src/types/http"
import { syncSubscriptionEntitlementsWorkflow } from "../../../src/workflows/entitlement"
import { billing } from "../../subscription-modules/billing"
import { connectedBuyer } from "../../helpers/account/buyers"
import type { Customer } from "../../helpers/account/customer"
import type { RoleName } from "../../helpers/server/discord"
import { eventually } from "../../helpers/eventually"
import {
  inDays,
  misconfigured,
  passDays,
  RecipeStore,
  sweep,
} from "../../helpers/entitlement/subscriptions"
import { storeSuite, type Scene } from "../../helpers/store/suite"
import { testRenewals } from "./subscription-life/renewals"

process.env.DISCORD_TEST_SUBSCRIPTIONS = "recipe"

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
    (source) => (source.fields.customerId = "custmer.id"),
    /customerId is not at "custmer\.id"/,
  ],
  [
    "a status without a meaning",
    (source) => delete source.statuses.canceled,
    /nothing says what status "canceled" means/,
  ],
  ["a wrong entity", (source) => (source.entity = "subscripton"), /cannot be read/],
]

storeSuite("from a subscription to a role", (scene) => {
  testRenewals(scene)

  describe("Medusa's official recipe", () => {
    it("subscribing gives the role, renewing calls nobody, and expiry takes it though its order stands", async () => {
      const { db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
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
      await settled(await recipe.renew(id, customer, "Gold", 60))
      await sync(scene(), "recipe", id)
      await settled()
      expect(await discord.changesFor(userId, before)).toEqual([])
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
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const recipe = new RecipeStore(scene())
      const id = await recipe.subscribe(customer, "Gold")
      await sweep(scene())
      await discord.expectRoles(userId, ["Gold"])
      await recipe.cancel(id)
      await eventually(async () => {
        expect(await stored(scene(), id)).toMatchObject([{ ended_reason: "subscription_ended" }])
      })
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await passDays(scene(), 31)
      await discord.expectRoles(userId, [])
    })

    it("a renewal that leaves the expiration date where it was gives nothing beyond it", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const recipe = new RecipeStore(scene())
      const id = await subscribed(scene(), recipe, customer, "Gold")
      await settled(await recipe.renew(id, customer, "Gold"))
      await sync(scene(), "recipe", id)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await passDays(scene(), 31)
      await discord.expectRoles(userId, [])
      await recipe.service.updateSubscriptions({ id, expiration_date: inDays(30) })
      await discord.expectRoles(userId, ["Gold"])
    })

    it("of two subscriptions on one role, ending one changes nothing and ending both takes it", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const recipe = new RecipeStore(scene())
      const [one, two] = [
        await subscribed(scene(), recipe, customer, "Gold"),
        await subscribed(scene(), recipe, customer, "Gold"),
      ]
      await discord.expectRoles(userId, ["Gold"])
      await sync(scene(), "recipe", two)
      await settled()
      const before = await discord.now()
      await over(recipe, one)
      await sync(scene(), "recipe", one)
      await settled()
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.changesFor(userId, before)).toEqual([])
      await over(recipe, two)
      await discord.expectRoles(userId, [])
    })

    it("a deleted subscription ends; one that merely cannot be found does not", async () => {
      const { container, db, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const recipe = new RecipeStore(scene())
      const [lost, deleted] = [
        await subscribed(scene(), recipe, customer, "Gold"),
        await subscribed(scene(), recipe, customer, "Silver"),
      ]
      await discord.expectRoles(userId, ["Silver", "Gold"])
      await db("subscription").where({ id: lost }).delete()
      await expect(sync(scene(), "recipe", lost)).rejects.toMatchObject({
        message: expect.stringContaining("was not found") as string,
      })
      await sweep(scene(), true)
      await recipe.service.deleteSubscriptions(deleted)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await stored(scene(), deleted)).toMatchObject([
        { ended_reason: "subscription_deleted" },
      ])
      await syncSubscriptionEntitlementsWorkflow(container).run({
        input: { source: "recipe", id: lost, deleted: true },
      })
      await discord.expectRoles(userId, [])
    })
  })

  describe("what goes wrong", () => {
    it("events that are lost are made good by the sweep", async () => {
      const { db, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const id = await subscribed(scene(), new RecipeStore(scene()), customer, "Silver")
      await discord.expectRoles(userId, ["Silver"])
      const before = Date.now()
      await sweep(scene())
      const { options } =
        await scene().admin.send<AdminDiscordSetupResponse>("/admin/discord/setup")
      const recipe = options.subscriptions.find(({ name }) => name === "recipe")
      expect(Date.parse(recipe?.read_at ?? "")).toBeGreaterThanOrEqual(before)
      await db("subscription").where({ id }).update({ status: "failed", updated_at: new Date() })
      await sweep(scene())
      await discord.expectRoles(userId, [])
      await db("subscription")
        .where({ id })
        .update({ status: "active", updated_at: new Date(0) })
      await sweep(scene(), true)
      await discord.expectRoles(userId, ["Silver"])
    })

    it.each(MISTAKES)(
      "%s never takes a role, and is told in the activity log, once",
      async (_what, change, words) => {
        const { db, discord, settled } = scene()
        const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
        const id = await subscribed(scene(), new RecipeStore(scene()), customer, "Gold")
        await discord.expectRoles(userId, ["Gold"])
        await settled(id)
        await misconfigured(scene(), "recipe", change, async () => {
          await db("subscription")
            .where({ id })
            .update({
              status: "canceled",
              expiration_date: inDays(-1),
              created_at: inDays(-1),
              updated_at: new Date(),
            })
          await expect(sync(scene(), "recipe", id)).rejects.toBeDefined()
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
        const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
        const id = await subscribed(scene(), new RecipeStore(scene()), customer, "Gold")
        await discord.expectRoles(userId, ["Gold"])
        await service.__hooks.onApplicationStart()
        expect(await failuresTold(scene(), /./)).toBe(0)
        const aDayAgo = { created_at: inDays(-1), updated_at: inDays(-1) }
        await db("subscription")
          .where({ id })
          .update({ status: "canceled", expiration_date: inDays(-1), ...aDayAgo })
        await misconfigured(scene(), "recipe", change, () => service.__hooks.onApplicationStart())
        expect(await failuresTold(scene(), words)).toBe(1)
        expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      },
    )
  })

  describe("a function as source", () => {
    it("gives what it says, changes and ends with it, and keeps all when it says nothing or nonsense", async () => {
      const { container, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
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
        message: expect.stringContaining("which has: recipe, billing") as string,
      })
    })
  })
})

/** @returns a subscription that is known, with the links that are made after it */
async function subscribed(
  scene: Scene,
  recipe: RecipeStore,
  customer: Customer,
  plan: RoleName,
): Promise<string> {
  const id = await recipe.subscribe(customer, plan)
  await sync(scene, "recipe", id)
  return id
}

/** The end of a subscription has come. */
async function over(recipe: RecipeStore, id: string): Promise<void> {
  await recipe.service.updateSubscriptions({ id, expiration_date: inDays(-1) })
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
