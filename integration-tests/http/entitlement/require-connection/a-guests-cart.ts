import { Modules } from "@medusajs/framework/utils"
import { sweepDeletedCustomersWorkflow } from "../../../../src/workflows/customer"
import { eventually } from "../../../helpers/eventually"
import { sweepOrdersWorkflow } from "../../../../src/workflows/entitlement"
import type { AdminOrderDiscordResponse } from "../../../../src/types/http"
import { guest } from "../../../helpers/account/claim"
import { Customer, endingOf } from "../../../helpers/account/customer"
import { OrderEvents } from "../../../helpers/entitlement/order-events"
import { pathOf } from "../../../helpers/store/admin"
import { HttpClient } from "../../../helpers/store/http"
import { askFor, connectCart, consentForCart } from "../../../helpers/account/carts"
import type { Scene } from "../../../helpers/store/suite"
import { cartOf, complete, completed, guestWithCart, requireConnection } from "./shared"

/** @see ../require-connection.spec.ts */
export function testAGuestsCart(scene: () => Scene): void {
  describe("a guest's cart", () => {
    beforeEach(async () => {
      await scene().setUp()
      requireConnection(scene(), true)
    })

    it("is connected, completed, and its order gives the roles to who consented", async () => {
      const { admin, db, discord, settled } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      expect(await complete(http, cartId)).toMatchObject({
        status: 400,
        body: { code: "discord_connection_required" },
      })
      expect(endingOf(await connectCart(scene(), http, cartId, userId))).toMatchObject({
        discord: "connected",
        reason: "cart_connected",
      })
      const order = await completed(http, cartId)
      await discord.expectRoles(userId, ["Gold"])
      await settled(order)
      expect(await db("discord_cart_consent")).toEqual([])
      expect(await db("discord_connect_message")).toEqual([])
      expect(
        await admin.send<AdminOrderDiscordResponse>(`/admin/orders/${order}/discord`),
      ).toMatchObject({
        linked: true,
        account: { discord_user_id: userId },
        entitlements: [{ roles: [{ name: "Gold", state: "held" }] }],
      })
      await scene().cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("is connected by the address that a storefront's server asks for", async () => {
      const { baseUrl, discord } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const browser = new HttpClient(baseUrl)
      const opened = await browser.raw(pathOf((await askFor(http, cartId)).body.connect_url))
      const page = opened.headers.get("location") ?? ""
      const callback = pathOf(await discord.control.authorize(page, { user_id: userId }))
      expect(endingOf(await browser.raw(callback)).reason).toBe("cart_connected")
      await completed(http, cartId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("leaves nothing of who never buys", async () => {
      const { db, service } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      await connectCart(scene(), http, cartId, userId)
      expect(await db("discord_account")).toEqual([])
      await service.sweep()
      expect(await db("discord_cart_consent")).toHaveLength(1)
      await db("discord_cart_consent").update({ expires_at: db.raw("now() - interval '1 minute'") })
      expect((await complete(http, cartId)).status).toBe(400)
      await service.sweep()
      expect(await db("discord_cart_consent")).toEqual([])
    })

    it("is forgotten with its guest, whether the deletion was told of or is found later", async () => {
      const { admin, container, db } = scene()
      const idOf = async (cart: string) =>
        (await db<{ id: string; customer_id: string }>("cart").where({ id: cart }).first())
          ?.customer_id ?? ""
      const consents = () => db("discord_cart_consent").pluck<string[]>("cart_id")
      const [gina, noa] = [
        await guestWithCart(scene(), "gina"),
        await guestWithCart(scene(), "noa"),
      ]
      for (const { http, cartId, userId } of [gina, noa]) {
        await connectCart(scene(), http, cartId, userId)
        await consentForCart(scene(), http, cartId, userId)
      }
      expect((await consents()).sort()).toEqual([gina.cartId, noa.cartId].sort())
      await admin.send(`/admin/customers/${await idOf(gina.cartId)}`, { method: "DELETE" })
      await eventually(async () => expect(await consents()).toEqual([noa.cartId]))
      const pending = () => db("discord_oauth_state").where({ purpose: "connect_cart" })
      expect(await pending()).toMatchObject([{ actor_id: noa.cartId }])

      await container.resolve(Modules.CUSTOMER).softDeleteCustomers([await idOf(noa.cartId)])
      await sweepDeletedCustomersWorkflow(container).run()
      expect(await consents()).toEqual([])
      expect(await pending()).toEqual([])
    })

    it("is an order that is nobody's in Discord once its guest is deleted", async () => {
      const { admin, db, discord, settled } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      await connectCart(scene(), http, cartId, userId)
      await settled(await completed(http, cartId))
      await discord.expectRoles(userId, ["Gold"])
      const [link] = await db<{ customer_id: string }>("discord_order_link")
      await admin.send(`/admin/customers/${link?.customer_id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      await eventually(async () => expect(await db("discord_account")).toEqual([]))
      expect(await db("discord_order_link")).toEqual([])
      expect(await db("discord_account_token")).toEqual([])
      expect((await discord.control.tokens(userId)).every(({ revoked }) => revoked)).toBe(true)
    })

    it("is whose who consented last, for as long as it is a cart", async () => {
      const { discord, settled } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const other = await discord.createUser("gina-too")
      await connectCart(scene(), http, cartId, userId)
      await connectCart(scene(), http, cartId, other)
      await settled(await completed(http, cartId))
      await discord.expectRoles(other, ["Gold"])
      expect(await discord.rolesOf(userId)).toBeNull()
    })

    it("waits for its order, though no event told of it, and though the process died in between", async () => {
      const { container, db, discord } = scene()
      await sweepOrdersWorkflow(container).run()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      await connectCart(scene(), http, cartId, userId)
      await new OrderEvents(container).lost(() => completed(http, cartId))
      expect(await db("discord_cart_consent")).toHaveLength(1)
      expect(await db("discord_entitlement")).toEqual([])
      await sweepOrdersWorkflow(container).run()
      await discord.expectRoles(userId, ["Gold"])
      expect(await db("discord_cart_consent")).toEqual([])
    })

    it("is no cart any more when they come back: its order is theirs all the same", async () => {
      const { discord, settled } = scene()
      requireConnection(scene(), false)
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const callback = await consentForCart(scene(), http, cartId, userId)
      await settled(await completed(http, cartId))
      expect(endingOf(await http.raw(callback)).reason).toBe("cart_connected")
      await discord.expectRoles(userId, ["Gold"])
    })

    it("is an order of one Discord user, whoever comes back later", async () => {
      const { db, discord, settled } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const eve = await discord.createUser("eve")
      await connectCart(scene(), http, cartId, userId)
      const late = await consentForCart(scene(), http, cartId, eve)
      await settled(await completed(http, cartId))
      await discord.expectRoles(userId, ["Gold"])
      expect(endingOf(await http.raw(late))).toMatchObject({
        discord: "conflict",
        reason: "cart_taken",
      })
      await settled()
      expect(await discord.rolesOf(eve)).toBeNull()
      expect(await db("discord_cart_consent")).toEqual([])
    })

    it("cannot be connected when it is bought, unknown, without an e-mail address, or in another browser", async () => {
      const { baseUrl, db, store } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const callback = await consentForCart(scene(), http, cartId, userId)
      expect((await new HttpClient(baseUrl).raw<string>(callback)).body).toContain(
        "another browser",
      )
      await connectCart(scene(), http, cartId, userId)
      await completed(http, cartId)
      const { cart } = await http.send<{ cart: { id: string } }>("/store/carts", {
        body: { region_id: store.regionId },
      })
      const answers = await Promise.all(
        [cartId, "cart_unknown", cart.id].map(async (id) => {
          const { status, body } = await askFor(http, id)
          return [status, body.code]
        }),
      )
      expect(answers).toEqual([
        [400, "cart_completed"],
        [404, "cart_unknown"],
        [400, "cart_without_email"],
      ])
      expect(await db("discord_oauth_state")).toEqual([])
    })

    it("is asked for with a cart alone: without one nobody connects who is not signed in", async () => {
      const { http } = guest(scene(), "gina")
      const ask = async (body: object) =>
        (await http.raw("/store/discord/connect", { body })).status
      expect(await ask({})).toBe(401)
      expect(await ask({ cart_id: 7 })).toBe(400)
      expect(await ask({ cart_id: null })).toBe(400)
      expect(await ask({ cart_id: "" })).toBe(400)
    })

    it("is asked for as often as a person does, no more", async () => {
      const { http, cartId } = await guestWithCart(scene(), "gina")
      const statuses: number[] = []
      for (let asked = 0; asked < 31; asked++) {
        statuses.push((await askFor(http, cartId)).status)
      }
      expect(statuses.filter((status) => status === 200)).toHaveLength(30)
      expect(statuses.at(-1)).toBe(429)
    })

    it("of a registered customer is theirs alone, and connects the customer", async () => {
      const { baseUrl, db, discord, newBuyer, store } = scene()
      const { customer, userId } = await newBuyer("ada")
      const eve = await newBuyer("eve")
      const cartId = await cartOf(customer, "Gold")
      for (const http of [guest(scene(), "gina").http, eve.customer.http]) {
        expect(await askFor(http, cartId)).toMatchObject({
          status: 400,
          body: { code: "cart_registered" },
        })
      }
      // Whoever types a registered customer's address has that customer's cart.
      const typed = await cartOf(Customer.guest(baseUrl, store, customer.email), "Gold")
      expect((await askFor(guest(scene(), "gina").http, typed)).body.code).toBe("cart_registered")
      await connectCart(scene(), customer.http, cartId, userId)
      expect(await db("discord_cart_consent")).toEqual([])
      await completed(customer.http, cartId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("that became a registered customer's while its guest was at Discord stays unconnected", async () => {
      const { db, newBuyer } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const { customer } = await newBuyer("ada")
      const callback = await consentForCart(scene(), http, cartId, userId)
      await customer.http.send(`/store/carts/${cartId}/customer`, { method: "POST" })
      expect(endingOf(await http.raw(callback))).toMatchObject({
        discord: "failed",
        reason: "cart_registered",
      })
      expect(await db("discord_cart_consent")).toEqual([])
    })

    it("that becomes a registered customer's after that gives them nothing of the guest's Discord", async () => {
      const { db, discord, newBuyer, settled } = scene()
      const { http, userId, cartId } = await guestWithCart(scene(), "gina")
      const { customer } = await newBuyer("ada")
      await connectCart(scene(), http, cartId, userId)
      await customer.http.send(`/store/carts/${cartId}/customer`, { method: "POST" })
      expect((await complete(http, cartId)).body.code).toBe("discord_connection_required")
      requireConnection(scene(), false)
      await settled(await completed(http, cartId))
      expect(await db("discord_order_link")).toEqual([])
      expect(await discord.rolesOf(userId)).toBeNull()
    })
  })
}
