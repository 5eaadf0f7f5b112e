import Medusa from "@medusajs/js-sdk"
import { createDiscordClient } from "../../../../src/storefront"
import { connectedAs } from "../../../helpers/account/buyers"
import { guest } from "../../../helpers/account/claim"
import { refresh } from "../../server/server-to-roles/shared"
import { connectCart } from "../../../helpers/account/carts"
import type { Scene } from "../../../helpers/store/suite"
import { guestWithCart, readProduct, readVariant, requireConnection } from "./shared"

const READY = { ready: true, todo: null }
const notReady = (code: string) => ({ ready: false, todo: { code } })

/** @see ../require-connection.spec.ts */
export function testWhatABuyerSees(scene: () => Scene): void {
  describe("what a buyer sees", () => {
    it("names each role with its server, and asks who is not signed in to connect", async () => {
      const { discord, map, setUp } = scene()
      await setUp()
      await map({ Bronze: [] })
      const { http } = guest(scene(), "gina")
      expect(await readVariant(scene(), http, "Gold")).toEqual({
        variant_id: scene().store.variants.Gold,
        roles: [
          {
            name: "Gold",
            color: 0,
            server_name: "Test Community",
            guild_id: discord.guildId,
            icon_url: null,
          },
        ],
        ready: false,
        todo: {
          code: "connect",
          message: "Connect Discord to receive your roles.",
          message_detail: {
            code: "customer.connect",
            params: {},
            message: "Connect Discord to receive your roles.",
          },
        },
      })
      expect(await readVariant(scene(), http, "Bronze")).toMatchObject({ roles: [], ...READY })
    })

    it("shows the server's picture", async () => {
      const { discord, setUp } = scene()
      const icon = "a1b2c3d4e5f60718293a4b5c6d7e8f90"
      await discord.control.updateGuild(discord.guildId, { icon })
      await setUp()
      const { roles } = await readVariant(scene(), guest(scene(), "gina").http, "Gold")
      expect(roles[0]?.icon_url).toBe(
        `https://cdn.discordapp.com/icons/${discord.guildId}/${icon}.png?size=128`,
      )
    })

    it("is ready for a customer who has connected, wherever they are", async () => {
      await scene().setUp()
      const outside = await connectedAs(scene(), "ada")
      const inside = await connectedAs(scene(), "ben", { inServer: true })
      for (const { customer } of [outside, inside]) {
        expect(await readVariant(scene(), customer.http, "Gold")).toMatchObject(READY)
      }
      const { customer } = await scene().newBuyer("cleo")
      expect(await readVariant(scene(), customer.http, "Gold")).toMatchObject(notReady("connect"))
    })

    it("tells a member who was banned, and one who left, what was last seen of them", async () => {
      const { discord, setUp, settled } = scene()
      await setUp()
      const banned = await connectedAs(scene(), "ada", { inServer: true })
      const gone = await connectedAs(scene(), "ben", { inServer: true })
      const alone = await scene().newBuyer("cleo")
      await discord.control.addMember(discord.guildId, alone.userId)
      await alone.customer.connect(discord, alone.userId, { scopes: ["identify"] })
      const buyers = [banned, gone, alone]
      for (const { customer } of buyers) {
        await settled(await customer.buy("Bronze"))
      }
      await discord.control.ban(discord.guildId, banned.userId)
      await discord.control.removeMember(discord.guildId, gone.userId)
      await discord.control.removeMember(discord.guildId, alone.userId)
      for (const { customer } of buyers) {
        await customer.resync()
      }
      await settled()
      const codes = await Promise.all(
        buyers.map(({ customer }) => readVariant(scene(), customer.http, "Gold")),
      )
      // Who left was brought in again; whom the store may not bring in has to join.
      expect(codes.map(({ todo }) => todo?.code ?? null)).toEqual(["banned", null, "join_server"])
    })

    it("tells a member whom Discord asks to accept the rules", async () => {
      const { discord, setUp, settled } = scene()
      await setUp()
      await discord.control.updateGuild(discord.guildId, { membership_screening: true })
      const { customer } = await connectedAs(scene(), "ada")
      await settled(await customer.buy("Bronze"))
      expect(await readVariant(scene(), customer.http, "Gold")).toMatchObject({
        ready: false,
        todo: {
          code: "accept_rules",
          action_url: `${scene().service.options.webUrl}/channels/${discord.guildId}`,
        },
      })
    })

    it("promises no role of a server that the store has left", async () => {
      const { admin, setUp } = scene()
      const serverId = await setUp()
      await refresh(scene(), serverId)
      await admin.send(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
      expect(await readVariant(scene(), guest(scene(), "gina").http, "Gold")).toMatchObject({
        roles: [],
        ...READY,
      })
    })

    it("is ready for a guest who has connected Discord with their cart, and for nobody else", async () => {
      await scene().setUp()
      const { http, cartId, userId } = await guestWithCart(scene(), "gina")
      await connectCart(scene(), http, cartId, userId)
      const asked = `?cart_id=${cartId}`
      expect(await readVariant(scene(), http, "Gold", asked)).toMatchObject(READY)
      expect(await readVariant(scene(), http, "Gold")).toMatchObject(notReady("connect"))
      expect(await readVariant(scene(), http, "Gold", "?cart_id=cart_x")).toMatchObject(
        notReady("connect"),
      )
      const { baseUrl, store } = scene()
      const kit = createDiscordClient(
        new Medusa({ baseUrl, publishableKey: store.publishableKey, auth: { type: "jwt" } }),
      )
      const { variants } = await kit.getProductRoles(store.productId, { cart_id: cartId })
      expect(variants).toContainEqual(
        expect.objectContaining({ variant_id: store.variants.Gold, ...READY }),
      )
      const { customer } = await scene().newBuyer("ada")
      expect(await readVariant(scene(), customer.http, "Gold", asked)).toMatchObject(
        notReady("connect"),
      )
    })

    it("refuses a cart's id that is none", async () => {
      await scene().setUp()
      const { http } = guest(scene(), "gina")
      const path = `/store/products/${scene().store.productId}/discord-roles`
      expect((await http.raw(`${path}?cart_id=a&cart_id=b`)).status).toBe(400)
      expect((await http.raw(`${path}?cart_id=${"x".repeat(200)}`)).status).toBe(400)
    })

    it("says whether buyers have to connect first, for the store or for the product", async () => {
      const { admin, setUp, store } = scene()
      await setUp()
      const { http } = guest(scene(), "gina")
      const told = async () => (await readProduct(scene(), http)).require_connection
      const set = (require_connection: boolean | null) =>
        admin.send(`/admin/products/${store.productId}/discord-roles`, {
          body: { variants: [], require_connection },
        })
      expect(await told()).toBe(false)
      requireConnection(scene(), "warn")
      expect(await told()).toBe("warn")
      await set(true)
      expect(await told()).toBe(true)
      requireConnection(scene(), true)
      await set(false)
      expect(await told()).toBe(false)
      await set(null)
      expect(await told()).toBe(true)
    })
  })
}
