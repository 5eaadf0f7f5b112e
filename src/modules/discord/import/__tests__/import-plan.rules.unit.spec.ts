import { readImportFile } from "../import-file.rules"
import { planImport, type ImportFacts } from "../import-plan.rules"
import { countOutcomes } from "../import.rules"
import type { RoleOffer } from "../../role-mapping/no-role.rules"

const NOW = new Date("2027-01-15T12:00:00Z")
const [MIA, NOAH, ZOE] = ["100000000000000001", "100000000000000002", "100000000000000003"]

const customer = (id: string, email: string, has_account = true) => ({ id, email, has_account })
const variant = (id: string, sku: string | null = null) => ({
  id,
  sku,
  title: id,
  product: { id: "prod", title: "Plan" },
})
const access = (customer_id: string, source_id: string, over: object = {}) => ({
  id: "dent_1",
  source_id,
  variant_id: "gold",
  customer_id,
  starts_at: new Date("2027-01-01T00:00:00Z"),
  ends_at: new Date("2027-12-31T23:59:59.999Z"),
  ended_reason: null,
  actor_id: null,
  note: null,
  suspended_at: null,
  created_at: new Date("2027-01-01T00:00:00Z"),
  ...over,
})
const offer = (over: Partial<RoleOffer> = {}): RoleOffer => ({
  offered_from: null,
  offered_until: null,
  server_name: "Club",
  server_status: "connected",
  ...over,
})
const connected = (customer_id: string, discord_user_id: string, registered = true) => ({
  customer_id,
  discord_user_id,
  registered,
  name: "Somebody",
})

const STORE: ImportFacts = {
  customers: [
    customer("ada", "ada@example.com"),
    customer("ada_guest", "ada@example.com", false),
    customer("ben", "ben@example.com"),
    customer("guest", "guest@example.com", false),
    customer("Twin", "Twin@example.com"),
    customer("TWIN", "TWIN@example.com"),
  ],
  variants: [variant("gold", "GOLD"), variant("silver", "SILVER"), variant("plain", "PLAIN")],
  giving: new Map([
    ["gold", [offer()]],
    ["silver", [offer()]],
  ]),
  connected: [],
  access: [],
}

/** The outcomes of each row, or the codes of what it is refused for. */
function plan(csv: string, over: Partial<ImportFacts> = {}): string[] {
  return planImport(readImportFile(csv), { ...STORE, ...over }, NOW).map(({ outcomes, reason }) => {
    if (!reason) {
      return outcomes.join()
    }
    const { sentences = [reason] } = reason.params as { sentences?: { code: string }[] }
    return sentences.map(({ code }) => code).join()
  })
}

const GOLD_UNTIL_DECEMBER = "email,sku,ends_at\nada@example.com,GOLD,2027-12-31"

const CASES: [string, string, Partial<ImportFacts>, string[]][] = [
  ["access by SKU", "email,sku\nada@example.com,GOLD", {}, ["will_grant"]],
  ["access by id", "customer_id,variant_id\nada,gold", {}, ["will_grant"]],
  ["a link", `email,discord_user_id\nada@example.com,${MIA}`, {}, ["will_link"]],
  ["both", `email,sku,discord_user_id\nben@example.com,GOLD,${MIA}`, {}, ["will_grant,will_link"]],
  ["an address in other letters", "email,sku\nADA@Example.com,GOLD", {}, ["will_grant"]],
  ["a guest, where there is nobody else", "email,sku\nguest@example.com,GOLD", {}, ["will_grant"]],
  [
    "access that is there already",
    GOLD_UNTIL_DECEMBER,
    { access: [access("ada", "import:ada")] },
    ["nothing_to_do"],
  ],
  [
    "access with another end",
    "email,sku\nada@example.com,GOLD",
    { access: [access("ada", "import:ada")] },
    ["will_change"],
  ],
  [
    "access that was ended",
    GOLD_UNTIL_DECEMBER,
    { access: [access("ada", "import:ada", { ends_at: NOW, ended_reason: "ended_by_hand" })] },
    ["will_grant"],
  ],
  [
    "access under a reference, and another beside it",
    "email,sku,reference\nada@example.com,GOLD,a\nada@example.com,GOLD,b",
    { access: [access("ada", "a", { ends_at: null })] },
    ["nothing_to_do", "will_grant"],
  ],
  [
    "two variants for one",
    `email,sku,discord_user_id\nada@example.com,GOLD,${MIA}\nada@example.com,SILVER,${MIA}`,
    {},
    ["will_grant,will_link", "will_grant"],
  ],
  [
    "a link that is there already",
    `email,discord_user_id\nada@example.com,${MIA}`,
    { connected: [connected("ada", MIA)] },
    ["nothing_to_do"],
  ],
  [
    "guests who share a Discord user with a customer",
    `email,discord_user_id\nguest@example.com,${MIA}\nben@example.com,${NOAH}`,
    { connected: [connected("ada", MIA), connected("ada_guest", NOAH, false)] },
    ["will_link", "will_link"],
  ],
  ["an unknown address", "email,sku\nx@example.com,GOLD", {}, ["import.no_customer_with_email"]],
  ["an unknown id", "customer_id,sku\nx,GOLD", {}, ["refusal.no_customer"]],
  ["an address of several", "email,sku\ntwin@example.com,GOLD", {}, ["import.customer_ambiguous"]],
  [
    "an address of several, as it is spelled",
    "email,sku\nTwin@example.com,GOLD",
    {},
    ["will_grant"],
  ],
  [
    "an id and somebody else's address",
    "customer_id,email,sku\nada,ben@example.com,GOLD",
    {},
    ["import.customer_differs"],
  ],
  ["an unknown SKU", "email,sku\nada@example.com,X", {}, ["import.no_variant_with_sku"]],
  ["an unknown variant", "email,variant_id\nada@example.com,x", {}, ["refusal.no_variant"]],
  [
    "a variant and another's SKU",
    "email,variant_id,sku\nada@example.com,gold,SILVER",
    {},
    ["import.variant_differs"],
  ],
  [
    "a variant that gives no role",
    "email,sku\nada@example.com,PLAIN",
    {},
    ["import.variant_without_roles"],
  ],
  [
    "all that is wrong with it",
    "email,sku,ends_at\nx@example.com,X,soon",
    {},
    ["import.no_date,import.no_customer_with_email,import.no_variant_with_sku"],
  ],
  [
    "an end that is past",
    "email,sku,ends_at\nada@example.com,GOLD,2027-01-14",
    {},
    ["refusal.end_past"],
  ],
  [
    "an end today, which is to come",
    "email,sku,ends_at\nada@example.com,GOLD,2027-01-15",
    {},
    ["will_grant"],
  ],
  [
    "an end before its beginning",
    "email,sku,starts_at,ends_at\nada@example.com,GOLD,2027-03-02,2027-03-01",
    {},
    ["refusal.end_before_start"],
  ],
  [
    "a reference that is another customer's",
    "email,sku,reference\nada@example.com,GOLD,a",
    { access: [access("ben", "a")] },
    ["refusal.reference_taken"],
  ],
  [
    "the same access twice",
    "email,sku,variant_id\nada@example.com,GOLD,\nada@example.com,,gold",
    {},
    ["will_grant", "import.access_twice"],
  ],
  [
    "the same access again below a row that is refused",
    "email,sku,ends_at\nada@example.com,GOLD,soon\nada@example.com,GOLD,",
    {},
    ["import.no_date", "will_grant"],
  ],
  [
    "a customer who is connected to somebody else",
    `email,discord_user_id\nada@example.com,${MIA}`,
    { connected: [connected("ada", NOAH)] },
    ["import.connected_otherwise"],
  ],
  [
    "a Discord user who is another customer's",
    `email,sku,discord_user_id\nben@example.com,GOLD,${MIA}`,
    { connected: [connected("ada", MIA)] },
    ["consent.account_taken"],
  ],
  [
    "a Discord user for two customers, and a customer for two Discord users",
    `email,discord_user_id\nada@example.com,${MIA}\nben@example.com,${MIA}\nada@example.com,${ZOE}`,
    {},
    ["will_link", "import.user_twice", "import.customer_twice"],
  ],
]

describe("a row of an import", () => {
  it.each(CASES)("%s", (_name, csv, over, outcomes) => {
    expect(plan(csv, over)).toEqual(outcomes)
  })

  it("tells that the roles wait for a customer without Discord, and that access is suspended", () => {
    const noticesOf = (csv: string, over: Partial<ImportFacts> = {}) =>
      planImport(readImportFile(csv), { ...STORE, ...over }, NOW).map(({ notices }) =>
        notices.map(({ code }) => code),
      )
    const both = `email,sku,discord_user_id\nada@example.com,GOLD,${MIA}`
    expect(noticesOf(both)).toEqual([[]])
    expect(noticesOf(GOLD_UNTIL_DECEMBER)).toEqual([["import.not_connected_yet"]])
    const suspended = { access: [access("ada", "import:ada", { suspended_at: NOW })] }
    const linked = { connected: [connected("ada", MIA)] }
    expect(noticesOf(GOLD_UNTIL_DECEMBER, { ...suspended, ...linked })).toEqual([
      ["import.suspended"],
    ])
  })

  it("tells that a variant has roles, and none for this access", () => {
    const noticesOf = (offers: RoleOffer[], csv = GOLD_UNTIL_DECEMBER) =>
      planImport(
        readImportFile(csv),
        {
          ...STORE,
          giving: new Map([["gold", offers]]),
          connected: [connected("ada", MIA)],
          access: [access("ada", "old", { created_at: new Date("2027-01-05T00:00:00Z") })],
        },
        NOW,
      ).map(({ outcomes, notices }) => [...outcomes, ...notices.map(({ code }) => code)])
    const kept = offer({ offered_until: new Date("2027-01-10T00:00:00Z") })
    const gone = offer({ server_status: "disconnected" })
    const later = offer({ offered_from: new Date("2027-01-20T00:00:00Z") })
    const [others, disconnected] = [
      "entitlement.only_others_get",
      "entitlement.only_in_disconnected",
    ]
    expect(noticesOf([kept])).toEqual([["will_grant", others]])
    expect(noticesOf([kept, later])).toEqual([["will_grant", others]])
    expect(noticesOf([gone, kept])).toEqual([["will_grant", disconnected]])
    expect(noticesOf([gone, offer()])).toEqual([["will_grant"]])
    // What began earlier, or was given under its reference then, is an earlier buyer's.
    const since = "email,sku,starts_at\nada@example.com,GOLD,2027-01-09"
    expect(noticesOf([kept], since)).toEqual([["will_grant"]])
    const again = "email,sku,reference\nada@example.com,GOLD,old"
    expect(noticesOf([kept], again)).toEqual([["will_change"]])
  })

  it("counts on a row above it only if that one went well", () => {
    const csv = `email,sku,discord_user_id\nada@example.com,GOLD,${MIA}\nada@example.com,SILVER,${MIA}`
    const second = (done: number, connections: ImportFacts["connected"] = []) =>
      planImport(readImportFile(csv), { ...STORE, connected: connections }, NOW, done)[1]?.outcomes
    expect(second(0)).toEqual(["will_grant"])
    // Carried out, and refused: Discord knew no such user.
    expect(second(1)).toEqual(["will_grant", "will_link"])
    expect(second(1, [connected("ada", MIA)])).toEqual(["will_grant"])
  })

  it("is counted by what becomes of it", () => {
    const csv = `email,sku,discord_user_id\nada@example.com,GOLD,${MIA}\nben@example.com,GOLD,\nx@example.com,GOLD,`
    const counts = countOutcomes(planImport(readImportFile(csv), STORE, NOW))
    expect(counts).toEqual({
      will_grant: 2,
      will_change: 0,
      will_link: 1,
      granted: 0,
      changed: 0,
      linked: 0,
      nothing_to_do: 0,
      refused: 1,
    })
  })
})
