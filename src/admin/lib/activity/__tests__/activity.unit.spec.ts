import { parseTableState } from "../../table-state"
import { byProduct, plainAnswer, toneOf } from "../entry"
import { activityLink } from "../link"
import { nameIn } from "../name-in"
import type { AdminDiscordActivity } from "../../../../types/http"

describe("an entry of the activity log", () => {
  it.each([
    ["sync_failed", "failed", 403, "red", null],
    ["waiting", "failed", null, "red", null],
    ["member_read", "ok", 404, "grey", "notThere"],
    ["member_read", "ok", 200, "green", "there"],
    ["member_read", "ok", 204, "green", "there"],
    ["member_joined", "ok", 201, "green", "done"],
    ["role_added", "ok", 204, "green", "done"],
    ["role_removed", "ok", 404, "green", "wasSo"],
    ["role_adopted", "ok", null, "green", null],
    ["sync_failed", "failed", 503, "red", null],
  ] as const)(
    "%s, %s, answered with %s is %s and says %s",
    (action, outcome, status, tone, says) => {
      const entry = { action, outcome, discord_status: status }
      expect([toneOf(entry), plainAnswer(entry)]).toEqual([tone, says])
    },
  )
})

describe("variants that an entry names", () => {
  const variant = (product: string | null, title: string | null) => ({
    id: `variant_${title}`,
    title,
    product_id: product && `prod_${product}`,
    product_title: product,
  })

  it("stand under their products, those of no product nowhere", () => {
    const named = [
      variant("Club", "Bronze"),
      variant("Course", "A"),
      variant(null, null),
      variant("Club", "Gold"),
      variant("Course", null),
    ]
    expect(byProduct(named)).toEqual([
      { product_id: "prod_Club", product: "Club", variants: ["Bronze", "Gold"] },
      { product_id: "prod_Course", product: "Course", variants: ["A"] },
    ])
  })
})

describe("a link to the activity log", () => {
  it.each([
    ["server_id", "dserv_1"],
    ["order_id", "order_1"],
    ["customer_id", "cus_1"],
  ] as const)("sets %s as the table reads it", (filter, id) => {
    const query = new URL(activityLink(filter, id), "https://shop").searchParams
    const state = parseTableState(Object.fromEntries(query))
    expect(filter === "server_id" ? state.choices(filter) : state.words(filter)).toEqual([id])
  })
})

describe("what was found names what it was filtered by", () => {
  const found = [
    { account_id: null, membership_id: null, roles: [], causes: [] },
    {
      account_id: "dacc_1",
      membership_id: "dmem_1",
      global_name: null,
      username: "ada",
      roles: [
        { role_id: "1", role_name: "Gold", role_color: 0 },
        { role_id: "2", role_name: null, role_color: null },
      ],
      causes: [
        { kind: "order", id: "order_1", display_id: 1042 },
        { kind: "user", id: "user_1", name: "Eve" },
        { kind: "clock", id: "clock" },
      ],
    },
  ] as unknown as AdminDiscordActivity[]

  it.each([
    ["account_id", "dacc_1", "ada"],
    ["membership_id", "dmem_1", "ada"],
    ["membership_id", "dmem_2", null],
    ["role_id", "1", "Gold"],
    ["role_id", "2", null],
    ["trigger", "order order_1", "#1042"],
    ["trigger", "user_1", "Eve"],
    ["trigger", "clock", null],
    ["member", "ada", null],
  ])("%s %s is %j", (filter, id, name) => {
    expect(nameIn(found, filter, id)).toBe(name)
  })
})
