import type {
  AdminDiscordActivityListResponse,
  AdminProductDiscordRolesResponse,
} from "../../../../src/types/http"
import { connectedAs } from "../../../helpers/account/buyers"
import { guest } from "../../../helpers/account/claim"
import type { Scene } from "../../../helpers/store/suite"
import { cartOf, complete, completed, requireConnection } from "./shared"

const REFUSED = {
  status: 400,
  body: {
    type: "not_allowed",
    code: "discord_connection_required",
    message:
      "Connect Discord before you buy: what is in this cart gives Discord roles, and the store needs to know whom to give them to.",
  },
}

/** @see ../require-connection.spec.ts */
export function testACartWithoutDiscord(scene: () => Scene): void {
  describe("a cart without Discord", () => {
    it("is not completed where the store asks for it: no order, no payment; and is once they have connected", async () => {
      const { db, discord, newBuyer, setUp, settled } = scene()
      await setUp()
      requireConnection(scene(), true)
      const { customer, userId } = await newBuyer("ada")
      const cartId = await cartOf(customer, "Gold")
      const { status, body } = await complete(customer.http, cartId)
      expect({ status, body }).toEqual(REFUSED)
      expect(await db("order")).toEqual([])
      expect(await db("payment").whereNotNull("captured_at")).toEqual([])
      await customer.connect(discord, userId)
      await settled(await completed(customer.http, cartId))
      await discord.expectRoles(userId, ["Gold"])
    })

    it.each([false, "warn"] as const)("is completed where the option is %s", async (option) => {
      await scene().setUp()
      requireConnection(scene(), option)
      const { customer } = await scene().newBuyer("ada")
      expect((await complete(customer.http, await cartOf(customer, "Gold"))).status).toBe(200)
    })

    it("is completed when nothing in it gives a role now", async () => {
      const { admin, map, service, setUp } = scene()
      await setUp()
      await map({ Bronze: [] })
      requireConnection(scene(), true)
      const { http } = guest(scene(), "gina")
      await completed(http, await cartOf(guest(scene(), "gina"), "Bronze"))
      expect(
        await complete(http, await cartOf(guest(scene(), "gina"), "Bronze", "Gold")),
      ).toMatchObject(REFUSED)
      const [server] = await service.listDiscordServers({})
      await admin.send(`/admin/discord/servers/${server?.id}`, { method: "DELETE" })
      await completed(http, await cartOf(guest(scene(), "gina"), "Gold"))
    })

    it("is not completed for who is known to be banned", async () => {
      const { discord, setUp, settled } = scene()
      await setUp()
      const { customer, userId } = await connectedAs(scene(), "ada", { inServer: true })
      await settled(await customer.buy("Bronze"))
      await discord.control.ban(discord.guildId, userId)
      await customer.resync()
      await settled()
      const cartId = await cartOf(customer, "Gold")
      requireConnection(scene(), true)
      const refusal = await complete(customer.http, cartId)
      expect(refusal).toMatchObject({ status: 400, body: { code: "discord_banned" } })
      expect(refusal.body.message).toContain("banned from Test Community")
      requireConnection(scene(), "warn")
      await completed(customer.http, cartId)
    })

    it("is an order once, however often it is completed, and stays one when the store begins to ask", async () => {
      const { db, setUp } = scene()
      await setUp()
      const { customer } = await scene().newBuyer("ada")
      const cartId = await cartOf(customer, "Gold")
      const order = await completed(customer.http, cartId)
      requireConnection(scene(), true)
      expect(await completed(customer.http, cartId)).toBe(order)
      expect(await db("order")).toHaveLength(1)
    })

    it("is refused or let through alike when it is completed twice at once", async () => {
      const { db, setUp } = scene()
      await setUp()
      requireConnection(scene(), true)
      const { customer } = await scene().newBuyer("ada")
      const refusedCart = await cartOf(customer, "Gold")
      const twice = (cartId: string) =>
        Promise.all([complete(customer.http, cartId), complete(customer.http, cartId)])
      for (const { status } of await twice(refusedCart)) {
        // 409 = Medusa completes it for the other one.
        expect([400, 409]).toContain(status)
      }
      expect(await db("order")).toEqual([])
      requireConnection(scene(), false)
      await twice(refusedCart)
      await completed(customer.http, refusedCart)
      expect(await db("order")).toHaveLength(1)
    })

    it("counts what was set for the product itself, both ways, and the log tells of it", async () => {
      const { admin, setUp, store } = scene()
      await setUp()
      const path = `/admin/products/${store.productId}/discord-roles`
      const set = (require_connection?: boolean | null) =>
        admin.send<AdminProductDiscordRolesResponse>(path, {
          body: { variants: [], ...(require_connection !== undefined && { require_connection }) },
        })
      const { customer } = await scene().newBuyer("ada")
      const buys = async () =>
        (await complete(customer.http, await cartOf(customer, "Gold"))).status === 200
      expect(await set(true)).toMatchObject({
        require_connection: true,
        require_connection_default: false,
      })
      expect(await buys()).toBe(false)
      requireConnection(scene(), true)
      expect(await set(false)).toMatchObject({
        require_connection: false,
        require_connection_default: true,
      })
      expect(await buys()).toBe(true)
      // Saving roles says nothing of it, and saying the same again is no change.
      expect(await set()).toMatchObject({ require_connection: false })
      await set(false)
      expect(await set(null)).toMatchObject({ require_connection: null })
      expect(await buys()).toBe(false)
      const { activity } = await admin.send<AdminDiscordActivityListResponse>(
        "/admin/discord/activity?action=role_mapping_changed",
      )
      expect(
        activity.flatMap(({ message }) => (message?.includes("buyers") ? [message] : [])),
      ).toEqual([
        `Whether buyers of product ${store.productId} must connect Discord is as the store's option says`,
        `Product ${store.productId} is sold to buyers who have not connected Discord, too`,
        `Product ${store.productId} is sold only to buyers who have connected Discord`,
      ])
    })

    it("leaves the setting as it was when the roles beside it are refused", async () => {
      const { admin, setUp, store } = scene()
      await setUp()
      const path = `/admin/products/${store.productId}/discord-roles`
      const variants = [{ variant_id: store.variants.Gold, roles: [{ role_id: "999" }] }]
      const refusal = await admin.raw(path, { body: { variants, require_connection: true } })
      expect(refusal.status).toBe(400)
      const wrong = await admin.raw(path, { body: { variants: [], require_connection: "warn" } })
      expect(wrong.status).toBe(400)
      expect(await admin.send(path)).toMatchObject({ require_connection: null })
    })
  })
}
