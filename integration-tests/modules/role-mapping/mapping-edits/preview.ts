import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { NewMapping } from "../../../../src/modules/discord/role-mapping/mapping-plan.rules"
import { previewMappings } from "../../../../src/modules/discord/role-mapping/role-mapping.store"
import { customerOf, placeOrder } from "../../../helpers/entitlement/owners"

const DAY_MS = 24 * 60 * 60_000

interface Shop {
  db: Knex
  /** Discord users who own Gold. */
  users: string[]
  /** How many memberships have work. */
  due: () => Promise<number>
  gives: (variant: string, ...roles: string[]) => NewMapping[]
}

/** What an edit would do, told before it is saved. */
export function testPreview(shop: () => Shop): void {
  it("tells beforehand whom it would touch, and touches nobody", async () => {
    const { db, due, gives, users } = shop()
    await db("discord_role_mapping").insert({
      id: "drmap_silver",
      variant_id: "silver",
      product_id: "prod_1",
      role_id: "drole_b",
    })
    const [both] = users
    await placeOrder(db, "order_silver", customerOf(both ?? ""), "silver")
    await placeOrder(db, "order_guest", "cus_not_connected", "gold")
    await db("discord_membership").update({ status: "synced", next_attempt_at: null })
    const preview = await previewMappings(db, ["gold"], gives("gold", "b", "c"))
    const role = (name: string, server: string) => ({
      role_id: name,
      name,
      color: 0,
      server_id: `dserv_${server}`,
      server_name: server,
      gaining_customers: [],
      losing_customers: [],
    })
    // However many there are, the first twenty.
    const named = (from: number) =>
      users.slice(from, from + 20).map((user) => ({
        customer_id: customerOf(user),
        discord_user_id: user,
        username: user,
        global_name: null,
      }))
    expect(preview).toEqual({
      variant_ids: ["gold"],
      customers: users.length,
      unlinked_customers: 1,
      servers: [
        {
          server_id: "dserv_one",
          server_name: "one",
          members: users.length,
          // Who owns Silver too has this role already.
          gaining: users.length - 1,
          losing: users.length,
        },
        {
          server_id: "dserv_two",
          server_name: "two",
          members: users.length,
          gaining: users.length,
          losing: 0,
        },
      ],
      roles: [
        { ...role("a", "one"), gaining: 0, losing: users.length, losing_customers: named(0) },
        { ...role("b", "one"), gaining: users.length - 1, losing: 0, gaining_customers: named(1) },
        { ...role("c", "two"), gaining: users.length, losing: 0, gaining_customers: named(0) },
      ],
    })
    expect(await due()).toBe(0)
    expect(await previewMappings(db, ["gold"], gives("gold", "a"))).toMatchObject({
      variant_ids: [],
      servers: [],
      roles: [],
    })
  })

  it("counts by what is held now: days that ran out are no loss, and a shorter length is one", async () => {
    const { db, users } = shop()
    const [late = "", early = "", twice = "", lapsed = ""] = users
    const bought = (user: string, daysAgo: number, more: object = {}) => ({
      id: `dent_pass_${user}_${daysAgo}`,
      source: "order",
      source_id: `order_pass_${user}_${daysAgo}`,
      variant_id: "pass",
      customer_id: customerOf(user),
      starts_at: new Date(Date.now() - daysAgo * DAY_MS),
      ...more,
    })
    await db("discord_entitlement").insert([
      bought(late, 40),
      bought(early, 20),
      bought(twice, 40),
      bought(twice, 35),
      // An order that paid for a subscription gives nothing any more once that has ended.
      bought(lapsed, 5, { subscription_ids: JSON.stringify(["sub_pass"]) }),
      bought(lapsed, 6, { source: "subscription", source_id: "sub_pass", ends_at: new Date() }),
    ])
    const pass = (access_days: number | null) => [
      { variant_id: "pass", product_id: "prod_1", role_id: "drole_b", access_days },
    ]
    await db("discord_role_mapping").insert({ id: "drmap_pass", ...pass(30)[0] })
    const names = async (mappings: NewMapping[]) => {
      const { roles } = await previewMappings(db, ["pass"], mappings)
      const usernames = (customers: { username: string }[]) => customers.map((one) => one.username)
      return roles.map(({ gaining_customers, losing_customers }) => ({
        gain: usernames(gaining_customers),
        lose: usernames(losing_customers),
      }))
    }
    expect(await names([])).toEqual([{ gain: [], lose: [early, twice] }])
    expect(await names(pass(25))).toEqual([])
    expect(await names(pass(10))).toEqual([{ gain: [], lose: [early, twice] }])
    expect(await names(pass(null))).toEqual([{ gain: [late], lose: [] }])
    await db("discord_server").update({ status: "disconnected" })
    expect(await names([])).toEqual([])
    await db("discord_server").update({ status: "connected" })
  })
}
