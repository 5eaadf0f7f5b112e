import type { Scene } from "../../../helpers/store/suite"
import { ACTIVITY, helpersOf } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testTheActivityLogByName(scene: () => Scene): void {
  const { activity, orderPage } = helpersOf(scene)
  describe("the activity log, by name", () => {
    /** Ada joined with Gold and Silver, which one order gives her. */
    const joined = async () => {
      const { discord, map, newBuyer, setUp, settled } = scene()
      await setUp()
      await map({ Gold: ["Gold", "Silver"] })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      return { customer, userId, order }
    }
    const csvOf = async (query: string) => {
      const headers = { accept: "text/csv" }
      const { body } = await scene().admin.raw<string>(`${ACTIVITY}${query}`, { headers })
      return body.split("\r\n").slice(0, -1)
    }

    it("tells one join as one entry, which each of its roles finds", async () => {
      const { discord } = scene()
      const { order } = await joined()
      const both = [
        { role_id: discord.roles.Gold, role_name: "Gold" },
        { role_id: discord.roles.Silver, role_name: "Silver" },
      ]
      for (const query of [
        "",
        `&role_id=${discord.roles.Gold}`,
        `&role_id=${discord.roles.Silver}`,
        `&role_id[]=${discord.roles.Gold}&role_id[]=${discord.roles.Silver}`,
        "&role=silver",
        `&order_id=${order}`,
      ]) {
        const { activity: entries, count } = await activity(`?action=member_joined${query}`)
        expect([query, count, entries.length]).toEqual([query, 1, 1])
        const roles = entries[0]?.roles.map(({ role_id, role_name }) => ({ role_id, role_name }))
        expect(new Set(roles)).toEqual(new Set(both))
      }
      expect(await activity(`?action=member_joined&role=bronze`)).toMatchObject({ count: 0 })
      const { activity: some } = await activity(
        `?action=member_joined&role_id=${discord.roles.Silver}`,
      )
      expect(some[0]).toMatchObject({ role_id: discord.roles.Silver, role_name: "Silver" })
      const [, ...lines] = await csvOf("?action=member_joined")
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/"(Gold, Silver|Silver, Gold)"/)
    })

    it("tells apart what was not one call: other members, other moments, other actions", async () => {
      const { db } = scene()
      const entry = (id: string, over: object) => ({
        id: `dact_${id}`,
        action: "member_joined",
        membership_id: "dmem_1",
        role_id: "1",
        trigger: "order order_1",
        created_at: "2026-11-02T00:00:00Z",
        ...over,
      })
      await db("discord_activity_entry").insert([
        entry("a", {}),
        entry("b", { role_id: "2", trigger: "order order_2" }),
        entry("c", { membership_id: "dmem_2" }),
        entry("d", { created_at: "2026-11-03T00:00:00Z" }),
        entry("e", { action: "role_added" }),
        entry("f", { action: "role_added", role_id: "2" }),
        entry("g", { action: "roles_replaced" }),
        entry("h", { action: "roles_replaced", role_id: "2" }),
      ])
      const found = async (query: string) =>
        (await activity(`?created_at[$lte]=2026-11-04&${query}`)).activity.map(({ id, roles }) => [
          id.slice(-1),
          ...roles.map(({ role_id }) => role_id),
        ])
      expect(await found("order=created_at")).toEqual([
        ["a", "1", "2"],
        ["c", "1"],
        ["e", "1"],
        ["f", "2"],
        ["g", "1", "2"],
        ["d", "1"],
      ])
      // The second order's entry stands for the call where the first is not asked for.
      expect(await found("order_id=order_2&action=member_joined")).toEqual([["b", "1", "2"]])
      const [first] = (await activity("?action=member_joined&membership_id=dmem_1&offset=1"))
        .activity
      expect(first?.causes).toEqual([
        { kind: "order", id: "order_1", display_id: null },
        { kind: "order", id: "order_2", display_id: null },
      ])
    })

    it("names the order, the customer, the admin and what they sell", async () => {
      const { admin, db, store } = scene()
      const { customer, order, userId } = await joined()
      const { display_id } = (await orderPage(order)).entitlements[0] ?? {}
      const [user] = await db("user").select<{ id: string }[]>("id")
      const ada = { id: customer.id, name: customer.email }
      const byAdmin = { kind: "user", id: user?.id, name: "admin@test.store" }
      const variant = {
        id: store.variants.Gold,
        title: "Gold",
        product_id: store.productId,
        product_title: "Community membership",
      }
      const newest = async (action: string) => (await activity(`?action=${action}`)).activity[0]
      expect(await newest("member_joined")).toMatchObject({
        trigger: `order ${order}`,
        causes: [{ kind: "order", id: order, display_id }],
        customer: ada,
      })
      expect(await newest("account_linked")).toMatchObject({
        causes: [{ kind: "customer", ...ada }],
        customer: ada,
        discord_user_id: userId,
      })
      expect(await newest("role_mapping_changed")).toMatchObject({
        causes: [byAdmin],
        customer: null,
        variants: [variant],
        named_message: "Variants Community membership: Gold",
        message: `Variants ${store.variants.Gold}`,
      })
      await admin.send("/admin/discord/entitlements", {
        body: { customer_id: customer.id, variant_id: store.variants.Bronze },
      })
      const granted = await newest("access_granted")
      expect(granted).toMatchObject({ causes: [byAdmin], customer: ada })
      expect(granted?.named_message).toBe(
        `Access: variant Community membership: Bronze for customer ${customer.email}, without an end`,
      )
      const found = await activity(`?customer_id=${customer.id}&action=access_granted`)
      expect(found.count).toBe(1)
      const [header = "", line = ""] = await csvOf("?action=member_joined")
      const cells = Object.fromEntries(
        header.split(",").map((column, i) => [column, line.slice(1, -1).split('","')[i]]),
      )
      expect(cells).toMatchObject({
        caused_by: `#${display_id}`,
        customer_name: customer.email,
        customer_id: customer.id,
      })
    })

    it("falls back to the id of what is gone", async () => {
      const { admin, discord } = scene()
      const { customer, userId } = await joined()
      await admin.send(`/admin/customers/${customer.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      const { activity: entries } = await activity(`?action=account_linked`)
      expect(entries[0]).toMatchObject({
        causes: [{ kind: "customer", id: customer.id, name: null }],
        customer: null,
      })
      await scene().db("discord_activity_entry").insert({
        id: "dact_old",
        action: "role_mapping_changed",
        trigger: "variant_gone",
      })
      const [old] = (await activity("?trigger=variant_gone")).activity
      const gone = { id: "variant_gone", title: null, product_id: null, product_title: null }
      expect(old?.causes).toEqual([{ kind: "variant", id: "variant_gone", variant: gone }])
    })
  })
}
