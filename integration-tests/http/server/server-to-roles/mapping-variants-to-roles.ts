import type { StoreProductDiscordRolesResponse } from "../../../../src/types/http"
import { connectServer } from "../../../helpers/store/admin"
import type { RoleName } from "../../../helpers/server/discord"
import { eventually } from "../../../helpers/eventually"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import {
  type ErrorBody,
  variant,
  saveMappings,
  mappings,
  mappedNames,
  otherVariant,
  refresh,
} from "./shared"

/** @see ../server-to-roles.spec.ts */
export function testMappingVariantsToRoles(scene: () => Scene): void {
  describe("mapping variants to roles", () => {
    it("gives back what was saved, with the days of access", async () => {
      const { discord, store } = scene()
      await connectServer(scene().admin, discord)
      const saved = await saveMappings(scene(), [
        {
          variant_id: store.variants.Gold,
          roles: [
            { role_id: discord.roles.Gold, access_days: 30 },
            { role_id: discord.roles.Bronze },
          ],
        },
      ])
      expect(saved.status).toBe(200)
      const shown = await mappings(scene())
      expect(saved.body).toEqual(shown)
      const { variants } = shown
      expect(variants).toHaveLength(3)
      expect(variants.find((variant) => variant.variant_id === store.variants.Gold)?.roles).toEqual(
        [
          {
            role_id: discord.roles.Gold,
            access_days: 30,
            offered_from: null,
            name: "Gold",
            color: 0,
            server_id: expect.any(String) as string,
            server_name: "Test Community",
            assignable: true,
            message: null,
            message_detail: null,
          },
          expect.objectContaining({ role_id: discord.roles.Bronze, access_days: null }),
        ],
      )
    })

    it("keeps the roles of variants that a save does not name, and empties those named with none", async () => {
      const { setUp, store } = scene()
      await setUp()
      await saveMappings(scene(), [{ variant_id: store.variants.Silver, roles: [] }])
      expect(await mappedNames(scene(), "Silver")).toEqual([])
      expect(await mappedNames(scene(), "Gold")).toEqual(["Gold"])
    })

    it("lists the variants in the order the shop gave them", async () => {
      const { store, admin } = scene()
      const { Gold, Silver, Bronze } = store.variants
      for (const order of [
        [Gold, Silver, Bronze],
        [Bronze, Gold, Silver],
        [Silver, Bronze, Gold],
      ]) {
        for (const [variant_rank, id] of order.entries()) {
          const path = `/admin/products/${store.productId}/variants/${id}`
          await admin.send(path, { body: { variant_rank } })
        }
        const { variants } = await mappings(scene())
        expect(variants.map(({ variant_id }) => variant_id)).toEqual(order)
      }
    })

    /** Each with a good change beside it, which must not be saved either. */
    const REFUSED: [string, (at: Scene) => Promise<unknown>, RegExp][] = [
      [
        "a variant that does not exist",
        async ({ discord }) => variant("variant_none", { role_id: discord.roles.Gold }),
        /no variant variant_none/,
      ],
      [
        "a variant of another product",
        async (at) => variant(await otherVariant(at), { role_id: at.discord.roles.Gold }),
        /has no variant variant_/,
      ],
      [
        "a role that does not exist",
        async ({ store }) => variant(store.variants.Gold, { role_id: "123456789012345678" }),
        /Role 123456789012345678 is not a role of a connected Discord server/,
      ],
      [
        "a role of a server that was disconnected",
        async ({ discord, service, store, admin }) => {
          const other = await discord.createServer("Former Community", ["VIP"])
          const id = await connectServer(admin, discord, other.guildId)
          await service.updateDiscordServers({ id, status: "disconnected" })
          return variant(store.variants.Gold, { role_id: other.roles.get("VIP") })
        },
        /VIP .* belongs to Former Community, which is disconnected/,
      ],
      [
        "a role the bot cannot give",
        async ({ discord, store }) => variant(store.variants.Gold, { role_id: discord.guildId }),
        /@everyone belongs to every member already/,
      ],
      [
        "a role named twice for one variant",
        async ({ discord, store }) =>
          variant(
            store.variants.Gold,
            { role_id: discord.roles.Silver },
            { role_id: discord.roles.Silver, access_days: 5 },
          ),
        /named twice/,
      ],
      [
        "a variant named twice",
        async ({ store }) => variant(store.variants.Bronze),
        /Variant variant_\w+ is named twice/,
      ],
      [
        "a field it does not know",
        async ({ discord, store }) =>
          variant(store.variants.Gold, { role_id: discord.roles.Gold, colour: "red" }),
        /colour/,
      ],
      ...[0, -1, 1.5].map((access_days): (typeof REFUSED)[number] => [
        `${access_days} days of access`,
        async ({ discord, store }) =>
          variant(store.variants.Gold, { role_id: discord.roles.Gold, access_days }),
        /access_days/,
      ]),
    ]

    it.each(REFUSED)("refuses %s by name and saves nothing", async (_what, make, words) => {
      const { discord, setUp, store } = scene()
      await setUp()
      const bad = await make(scene())
      const before = await mappings(scene())
      const good = variant(store.variants.Bronze, { role_id: discord.roles.Silver })
      const { status, body } = await saveMappings(scene(), [good, bad])
      expect([status, body]).toEqual([
        400,
        expect.objectContaining({ message: expect.stringMatching(words) as string }),
      ])
      expect(await mappings(scene())).toEqual(before)
    })

    it("answers 404 in words for a product that does not exist", async () => {
      const { admin } = scene()
      for (const method of ["GET", "POST"]) {
        const { status, body } = await admin.raw<ErrorBody>("/admin/products/none/discord-roles", {
          method,
          ...(method === "POST" ? { body: { variants: [] } } : {}),
        })
        expect([method, status, body.message]).toEqual([method, 404, "Product none was not found"])
      }
    })

    it("lets a mapped role that moved out of reach stay mapped while others are edited", async () => {
      const { discord, setUp, store } = scene()
      const serverId = await setUp()
      await discord.moveBot(3)
      await refresh(scene(), serverId)
      const { status } = await saveMappings(scene(), [
        variant(
          store.variants.Gold,
          { role_id: discord.roles.Gold },
          { role_id: discord.roles.Bronze },
        ),
      ])
      expect(status).toBe(200)
      expect(await mappedNames(scene(), "Gold")).toEqual(["Gold", "Bronze"])
    })

    it("serves one variant's roles in two servers side by side", async () => {
      const { admin, discord, newBuyer, setUp, store } = scene()
      await setUp()
      const lounge = await discord.createServer("Lounge", ["VIP"])
      await connectServer(admin, discord, lounge.guildId)
      const vip = lounge.roles.get("VIP") ?? ""
      const { status } = await saveMappings(scene(), [
        variant(store.variants.Gold, { role_id: discord.roles.Gold }, { role_id: vip }),
      ])
      expect(status).toBe(200)
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await eventually(async () =>
        expect((await discord.control.member(lounge.guildId, userId))?.roles).toEqual([vip]),
      )
      await scene().cancel(order)
      await discord.expectRoles(userId, [])
      await eventually(async () =>
        expect((await discord.control.member(lounge.guildId, userId))?.roles).toEqual([]),
      )
    })

    it("shows the storefront names and colours only, and promises no role the bot cannot give", async () => {
      const { baseUrl, discord, setUp, store } = scene()
      await discord.control.updateRole(discord.guildId, discord.roles.Bronze, { color: 0xcd7f32 })
      const serverId = await setUp()
      await discord.moveBot(3)
      await refresh(scene(), serverId)
      const storefront = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const { variants } = await storefront.send<StoreProductDiscordRolesResponse>(
        `/store/products/${store.productId}/discord-roles`,
      )
      const of = (name: RoleName) =>
        variants.find((shown) => shown.variant_id === store.variants[name])?.roles
      expect(of("Bronze")).toEqual([
        {
          name: "Bronze",
          color: 0xcd7f32,
          server_name: "Test Community",
          guild_id: discord.guildId,
          icon_url: null,
        },
      ])
      expect(of("Gold")).toEqual([])
    })

    it("tells a storefront nothing of a product that is not published, or not sold in its channel", async () => {
      const { admin, baseUrl, setUp, store } = scene()
      await setUp()
      const storefront = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const read = async (id: string) =>
        (await storefront.raw(`/store/products/${id}/discord-roles`)).status
      const channel = await admin.send<{ sales_channel: { id: string } }>("/admin/sales-channels", {
        body: { name: "Wholesale" },
      })
      const { product } = await admin.send<{ product: { sales_channels: { id: string }[] } }>(
        `/admin/products/${store.productId}?fields=id,sales_channels.id`,
      )
      const change = (body: object) => admin.send(`/admin/products/${store.productId}`, { body })
      expect(await read(store.productId)).toBe(200)
      await change({ status: "draft" })
      expect(await read(store.productId)).toBe(404)
      await change({ status: "published", sales_channels: [{ id: channel.sales_channel.id }] })
      expect(await read(store.productId)).toBe(404)
      await change({ sales_channels: product.sales_channels })
      expect(await read(store.productId)).toBe(200)
      expect(await read("prod_none")).toBe(404)
      await admin.send(`/admin/sales-channels/${channel.sales_channel.id}`, { method: "DELETE" })
    })

    it("serves those who bought before the mapping was saved, and takes the role back with it", async () => {
      const { discord, map, newBuyer, setUp, store } = scene()
      await setUp()
      await saveMappings(scene(), [variant(store.variants.Silver)])
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Silver", "Bronze")
      await discord.expectRoles(userId, ["Bronze"])
      await map({ Silver: ["Silver", "Gold"] })
      await discord.expectRoles(userId, ["Bronze", "Silver", "Gold"])
      await map({ Silver: ["Gold"] })
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      await map({ Silver: [] })
      await discord.expectRoles(userId, ["Bronze"])
    })
  })
}
