import { detailed, say, type Message } from "../../../../../messages"
import type { UnnamedActivity } from "../../../../../modules/discord/activity/activity.reads"
import { idsIn, named } from "../named"
import type { Names } from "../names"

const gold = {
  id: "variant_gold",
  title: "Gold",
  product_id: "prod_club",
  product_title: "Club",
}
const NAMES: Names = {
  order: new Map([["order_1", 1042]]),
  variant: new Map([["variant_gold", gold]]),
  customer: new Map([
    ["cus_ada", "Ada Lovelace"],
    ["cus_bea", "bea@example.com"],
  ]),
  user: new Map([["user_eve", "Eve Admin"]]),
  product: new Map([["prod_club", "Club"]]),
}
const gone = { id: "variant_old", title: null, product_id: null, product_title: null }

function entry(over: Partial<UnnamedActivity>, message: Message | null = null): UnnamedActivity {
  const detail = message && detailed(message)
  return {
    id: "dact_1",
    action: "role_added",
    outcome: "ok",
    trigger: null,
    triggers: [],
    membership_id: null,
    server_id: null,
    server_name: null,
    account_id: null,
    customer_id: null,
    discord_user_id: null,
    username: null,
    global_name: null,
    role_id: null,
    role_name: null,
    role_color: null,
    roles: [],
    attempt: 1,
    discord_status: null,
    discord_code: null,
    message: detail && detail.message,
    message_detail: detail,
    created_at: "2026-11-27T00:00:00.000Z",
    ...over,
  }
}

describe("what caused an entry, by name", () => {
  it.each([
    ["order order_1", { kind: "order", id: "order_1", display_id: 1042 }],
    ["order_2", { kind: "order", id: "order_2", display_id: null }],
    ["variant_gold", { kind: "variant", id: "variant_gold", variant: gold }],
    ["variant_old", { kind: "variant", id: "variant_old", variant: gone }],
    ["user_eve", { kind: "user", id: "user_eve", name: "Eve Admin" }],
    ["user_gone", { kind: "user", id: "user_gone", name: null }],
    ["cus_bea", { kind: "customer", id: "cus_bea", name: "bea@example.com" }],
    ["clock", { kind: "clock", id: "clock" }],
    ["manual stripe-42", { kind: "manual", id: "stripe-42" }],
  ])("%s", (trigger, cause) => {
    expect(named(entry({ trigger, triggers: [trigger] }), NAMES).causes).toEqual([cause])
  })
})

describe("whom an entry is about", () => {
  const access = { id: "dent_1", variant_id: "variant_gold", customer_id: "cus_bea" }
  it.each<[string, UnnamedActivity, string | null]>([
    ["is who is linked", entry({ customer_id: "cus_ada", triggers: ["cus_bea"] }), "cus_ada"],
    [
      "is whom the message names",
      entry({ triggers: ["user_eve"] }, say("entitlement.endless", access)),
      "cus_bea",
    ],
    ["is who did it", entry({ triggers: ["cus_ada"] }), "cus_ada"],
    ["is nobody who is gone", entry({ customer_id: "cus_gone", triggers: ["order_1"] }), null],
    ["is nobody, where an admin did it", entry({ triggers: ["user_eve"] }), null],
  ])("%s", (_case, given, customer) => {
    expect(named(given, NAMES).customer?.id ?? null).toBe(customer)
  })
})

describe("a message, by name", () => {
  const access = { id: "dent_1", variant_id: "variant_gold", customer_id: "cus_ada" }
  const suspended = { ...access, source_id: "order_1", reason: say("entitlement.dispute") }
  it.each<[Message, string]>([
    [say("activity.linked_by", { actor_id: "user_eve" }), "Linked by Eve Admin"],
    [say("activity.linked_by", { actor_id: "user_gone" }), "Linked by user_gone"],
    [
      say("activity.mapped", { variants: ["variant_gold", "variant_old"] }),
      "Variants Club: Gold, variant_old",
    ],
    [
      say("activity.connection_required", { product_id: "prod_club" }),
      "Product Club is sold only to buyers who have connected Discord",
    ],
    [
      say("entitlement.endless_note", { ...access, note: "see order_1" }),
      "Access: variant Club: Gold for customer Ada Lovelace, without an end (see order_1)",
    ],
    [
      say("entitlement.suspension", suspended),
      "Access: variant Club: Gold for customer Ada Lovelace from #1042, reason: dispute",
    ],
    [say("activity.tested_on", { user_id: "1234" }), "Test from the store's settings"],
    [say("discord.banned"), "This Discord account is banned from the server."],
  ])("%j", (message, words) => {
    const given = entry({}, message)
    const told = named(given, NAMES)
    expect(told.named_message).toBe(words)
    expect([told.message, told.message_detail]).toEqual([given.message, given.message_detail])
  })

  it("has the variants in it beside it", () => {
    const message = say("activity.mapped", { variants: ["variant_gold", "variant_old"] })
    expect(named(entry({}, message), NAMES).variants).toEqual([gold, gone])
  })

  it("is none where there is none", () => {
    expect(named(entry({}), NAMES)).toMatchObject({
      named_message: null,
      named_message_detail: null,
      variants: [],
    })
  })
})

describe("the ids in entries", () => {
  it("are found wherever they stand, each once", () => {
    const mapped = say("activity.mapped", { variants: ["variant_gold", "variant_old"] })
    const entries = [
      entry({ triggers: ["order order_1", "manual stripe-42"], customer_id: "cus_ada" }),
      entry({ triggers: ["user_eve"], customer_id: "cus_ada" }, mapped),
      entry({ triggers: ["order_1", "clock"] }, say("activity.linked_by", { actor_id: "user_a" })),
      entry({}, say("activity.connection_required", { product_id: "prod_club" })),
    ]
    expect(idsIn(entries)).toEqual({
      order: ["order_1"],
      variant: ["variant_gold", "variant_old"],
      customer: ["cus_ada"],
      user: ["user_eve", "user_a"],
      product: ["prod_club"],
    })
  })
})
