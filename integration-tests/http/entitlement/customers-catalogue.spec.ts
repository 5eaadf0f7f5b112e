import { Modules } from "@medusajs/framework/utils"
import { syncOrderEntitlementsWorkflow } from "../../../src/workflows/entitlement"
import { sweepDeletedVariantsWorkflow } from "../../../src/workflows/catalogue"
import { sweepDeletedCustomersWorkflow } from "../../../src/workflows/customer"
import { connectedAs } from "../../helpers/account/buyers"
import { claim, claimLink, guest } from "../../helpers/account/claim"
import { eventually } from "../../helpers/eventually"
import { contentOf, pluginTables } from "../../helpers/store/evidence"
import type { RoleName } from "../../helpers/server/discord"
import { storeSuite, type Scene } from "../../helpers/store/suite"

/** As no other word in the database is spelt: in the Discord user's name, in the customer's e-mail address. */
const ADA = "ada-of-lovelace"

storeSuite("customers and variants that are deleted", (scene) => {
  describe("a customer", () => {
    it("loses the roles, the connection and the tokens, and is forgotten once Discord agrees", async () => {
      const { admin, db, discord, service, store } = scene()
      const { customer, order, userId } = await buyer(scene(), "Gold")
      const [server] = await service.listDiscordServers()
      await admin.send(`/admin/discord/servers/${server?.id}/test`, {
        body: { role_id: discord.roles.Silver, discord_user_id: userId },
      })
      await admin.send("/admin/discord/entitlements", {
        body: {
          customer_id: customer.id,
          variant_id: store.variants.Bronze,
          note: `${customer.email} wrote to us (twice)`,
        },
      })
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      // What is to be forgotten is there before: the user's id and name, and the address in what an admin wrote.
      expect(await tablesWith(db, userId)).toEqual(["discord_account", "discord_activity_entry"])
      expect(await tablesWith(db, ADA)).toEqual([
        "discord_account",
        "discord_activity_entry",
        "discord_entitlement",
      ])
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      await expectForgotten(scene(), userId)
      const granted = await db("discord_activity_entry").where({ action: "access_granted" })
      expect(granted).toMatchObject([
        { message: expect.stringMatching(/without an end$/) as string },
      ])
      expect((await discord.control.tokens(userId)).every((token) => token.revoked)).toBe(true)
      expect(await entitlementsOf(scene(), order)).toEqual([["customer_deleted", true]])
    })

    it("gets nothing back when something happens to their orders", async () => {
      const { admin, container, db, discord } = scene()
      const { customer, order, userId } = await buyer(scene(), "Gold")
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      await syncOrderEntitlementsWorkflow(container).run({ input: { order_id: order } })
      expect(await entitlementsOf(scene(), order)).toEqual([["customer_deleted", true]])
      expect(await db("discord_account_link")).toEqual([])
      const link = await admin.raw<{ message: string }>(`/admin/orders/${order}/discord/claim`, {
        method: "POST",
      })
      expect(link.status).toBe(400)
      expect(link.body.message).toContain("was deleted")
    })

    it("is erased by the sweep when the event was lost, and Discord was down", async () => {
      const { container, discord, service } = scene()
      const { customer, userId } = await buyer(scene(), "Gold")
      await discord.control.addFault({ method: "DELETE", status: 503 })
      // The module alone tells nobody: as when the process dies before the event.
      await container.resolve(Modules.CUSTOMER).softDeleteCustomers([customer.id])
      await sweepDeletedCustomersWorkflow(container).run()
      await eventually(async () =>
        expect(await scene().membershipOf(userId)).toMatchObject({ status: "retrying" }),
      )
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await service.sweep()
      expect(await scene().membershipOf(userId)).toBeDefined()
      await discord.control.clearFaults()
      await discord.expectRoles(userId, [])
      await expectForgotten(scene(), userId)
    })

    it("is forgotten though a server is disconnected, whose members keep their roles", async () => {
      const { admin, discord, serverId } = { ...scene(), serverId: await scene().setUp() }
      const { customer, userId } = await buyer(scene(), "Gold")
      await admin.send(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await expectForgotten(scene(), userId)
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })

    it("leaves the account to the guest orders that the same Discord user claimed", async () => {
      const { admin, db, discord } = scene()
      const { customer, userId } = await buyer(scene(), "Gold")
      const order = await guest(scene(), "gina").buy("Bronze")
      await scene().settled(order)
      await claim(scene(), await claimLink(scene(), order), userId)
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, ["Bronze"])
      expect(await db("discord_account")).toMatchObject([
        { status: "linked", erase_requested_at: null },
      ])
    })

    it("may come back as a new customer with the same Discord account", async () => {
      const { admin, discord, newBuyer } = scene()
      const { customer, userId } = await buyer(scene(), "Gold")
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      await expectForgotten(scene(), userId)
      const { customer: anew } = await newBuyer("ada-again")
      await anew.connect(discord, userId)
      await anew.buy("Silver")
      await discord.expectRoles(userId, ["Silver"])
    })
  })

  describe("a variant", () => {
    it("is mapped no more, and who bought it keeps the role until the order ends", async () => {
      const { admin, cancel, container, discord, settled, store } = scene()
      const { order, userId } = await buyer(scene(), "Gold")
      const { productId, variantId } = await newProduct(scene())
      await map(scene(), variantId, "Silver", productId)
      const { customer } = await buyer(scene(), "Bronze", "ben")
      const owner = { userId: (await customer.access()).account?.discord_user_id ?? "" }
      const bought = await customer.buyItems([{ variant_id: variantId, quantity: 1 }])
      await discord.expectRoles(owner.userId, ["Bronze", "Silver"])
      await settled(bought)
      await admin.send(`/admin/products/${productId}/variants/${variantId}`, { method: "DELETE" })
      await eventually(async () => expect(await mappingsOf(scene(), variantId)).toEqual([]))
      // A second look changes nothing, and finds the variant that is left.
      await sweepDeletedVariantsWorkflow(container).run()
      expect(await mappingsOf(scene(), store.variants.Gold)).toHaveLength(1)
      await admin.send(`/admin/customers/${customer.id}/discord/resync`, { method: "POST" })
      await settled()
      expect(await discord.rolesOf(owner.userId)).toEqual(["Bronze", "Silver"])
      await cancel(bought)
      await discord.expectRoles(owner.userId, ["Bronze"])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("deleted with its product is mapped no more; found by the sweep when the event was lost", async () => {
      const { admin, container, discord, settled } = scene()
      const { productId, variantId } = await newProduct(scene())
      const { customer, userId } = await buyer(scene(), "Bronze")
      await map(scene(), variantId, "Silver", productId)
      await settled(await customer.buyItems([{ variant_id: variantId, quantity: 1 }]))
      await discord.expectRoles(userId, ["Bronze", "Silver"])
      await container.resolve(Modules.PRODUCT).softDeleteProducts([productId])
      await sweepDeletedVariantsWorkflow(container).run()
      expect(await mappingsOf(scene(), variantId)).toEqual([])
      const other = await newProduct(scene())
      await map(scene(), other.variantId, "Gold", other.productId)
      await admin.send(`/admin/products/${other.productId}`, { method: "DELETE" })
      await eventually(async () => expect(await mappingsOf(scene(), other.variantId)).toEqual([]))
      expect(await discord.rolesOf(userId)).toEqual(["Bronze", "Silver"])
    })
  })
})

/** Somebody who is connected and holds what they bought. */
async function buyer(scene: Scene, plan: RoleName, name = ADA) {
  if ((await scene.service.listDiscordServers()).length === 0) {
    await scene.setUp()
  }
  const { customer, userId } = await connectedAs(scene, name)
  const order = await customer.buy(plan)
  await scene.discord.expectRoles(userId, [plan])
  await scene.settled(order)
  return { customer, order, userId }
}

/** The plugin's tables in which a word stands anywhere. */
async function tablesWith(db: Scene["db"], word: string): Promise<string[]> {
  const found: string[] = []
  for (const table of await pluginTables(db)) {
    if ((await contentOf(db, table)).includes(word)) {
      found.push(table)
    }
  }
  return found
}

/** Nothing in the plugin's tables says who the Discord user is, what they are called or what their address is. */
async function expectForgotten({ db }: Scene, userId: string): Promise<void> {
  await eventually(async () => {
    expect(await tablesWith(db, userId)).toEqual([])
    expect(await tablesWith(db, ADA)).toEqual([])
    expect(await db("discord_account_token")).toEqual([])
    expect(await db("discord_account_link")).toEqual([])
  })
}

async function entitlementsOf({ service }: Scene, order: string): Promise<[unknown, boolean][]> {
  const stored = await service.listDiscordEntitlements({ source_id: order })
  return stored.map(({ ended_reason, ends_at }) => [ended_reason, ends_at !== null])
}

async function mappingsOf({ service }: Scene, variantId: string) {
  return service.listDiscordRoleMappings({ variant_id: variantId, offered_until: null })
}

async function newProduct({ admin, store, container }: Scene) {
  const [profile] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({})
  const { product } = await admin.send<{ product: { id: string; variants: { id: string }[] } }>(
    "/admin/products",
    {
      body: {
        title: "Season pass",
        status: "published",
        shipping_profile_id: profile?.id,
        sales_channels: [{ id: store.salesChannelId }],
        options: [{ title: "Kind", values: ["One"] }],
        variants: [
          {
            title: "One",
            manage_inventory: false,
            options: { Kind: "One" },
            prices: [{ amount: 5, currency_code: "eur" }],
          },
        ],
      },
    },
  )
  return { productId: product.id, variantId: product.variants[0]?.id ?? "" }
}

async function map(
  { admin, discord }: Scene,
  variant_id: string,
  role: RoleName,
  productId: string,
): Promise<void> {
  await admin.send(`/admin/products/${productId}/discord-roles`, {
    body: { variants: [{ variant_id, roles: [{ role_id: discord.roles[role] }] }] },
  })
}
