import {
  purchaseRefusal,
  purchaseTodo,
  requirementOf,
  type Buyer,
  type OfferedRole,
  type RequireConnection,
} from "../purchase.rules"

const ROLE: OfferedRole = {
  server_name: "Community",
  guild_id: "7",
  server_status: "connected",
  status: null,
  is_scheduled: false,
  error_code: null,
  pending: null,
  in_server: null,
}
const WEB = "https://discord.test"
const JOINS: Buyer = { status: "linked", can_join: true }
const STAYS_OUT: Buyer = { status: "linked", can_join: false }

const refused = (error_code: string): Partial<OfferedRole> => ({
  status: "waiting_for_customer",
  error_code,
})

describe("what counts for a product", () => {
  it.each<[boolean | null, RequireConnection, RequireConnection]>([
    [null, false, false],
    [null, "warn", "warn"],
    [null, true, true],
    [true, false, true],
    [true, "warn", true],
    [false, true, false],
    [false, "warn", false],
  ])("own %s, option %s: %s", (own, option, expected) => {
    expect(requirementOf(own, option)).toBe(expected)
  })
})

describe("what a buyer would have to do first", () => {
  it.each<[string, Buyer | null, Partial<OfferedRole>, string | null]>([
    ["nobody has connected", null, {}, "connect"],
    ["connected, and never seen there", JOINS, {}, null],
    ["connected by an admin, and never seen there", STAYS_OUT, {}, null],
    [
      "Discord takes the tokens no more",
      { status: "token_invalid", can_join: false },
      {},
      "reconnect",
    ],
    ["in the server", JOINS, { status: "synced", in_server: true, pending: false }, null],
    ["being worked on", JOINS, { status: "due", is_scheduled: true, in_server: true }, null],
    ["left, and the store may bring them in", JOINS, { status: "synced", in_server: false }, null],
    [
      "left, and the store may not",
      STAYS_OUT,
      { status: "synced", in_server: false },
      "join_server",
    ],
    ["waits for them to join", STAYS_OUT, { status: "waiting_for_join" }, "join_server"],
    [
      "has not accepted the rules",
      JOINS,
      { status: "synced", in_server: true, pending: true },
      "accept_rules",
    ],
    ["banned", JOINS, refused("40007"), "banned"],
    ["banned, and seen to be out", STAYS_OUT, { ...refused("40007"), in_server: false }, "banned"],
    ["in too many servers", JOINS, refused("30001"), "leave_a_server"],
    ["not verified", JOINS, refused("40002"), "verify_account"],
    ["waits for the admin", JOINS, { status: "waiting_for_admin" }, "contact_store"],
    ["the server is paused", JOINS, { server_status: "paused" }, "wait"],
    [
      "the server is paused for a member",
      JOINS,
      { server_status: "paused", status: "synced" },
      "wait",
    ],
  ])("%s", (_case, buyer, role, code) => {
    expect(purchaseTodo(buyer, [{ ...ROLE, ...role }], WEB)?.code ?? null).toBe(code)
  })

  it("is nothing where nothing is given", () => {
    expect(purchaseTodo(null, [], WEB)).toBeNull()
  })

  it("is that of the server in which something is to be done", () => {
    const roles = [ROLE, { ...ROLE, ...refused("40007") }]
    expect(purchaseTodo(JOINS, roles, WEB)?.code).toBe("banned")
  })
})

describe("whether a purchase is made", () => {
  const role = (requirement: RequireConnection, error_code: string | null = null) => ({
    server_name: "Community",
    error_code,
    requirement,
  })
  const NOBODY = { is_completed: false, is_connected: false }
  const SOMEBODY = { is_completed: false, is_connected: true }

  it.each([
    ["gives nothing", { ...NOBODY, roles: [] }, null],
    ["asks for nothing", { ...NOBODY, roles: [role(false)] }, null],
    ["only warns", { ...NOBODY, roles: [role("warn")] }, null],
    ["is asked for", { ...NOBODY, roles: [role(true)] }, "discord_connection_required"],
    [
      "one of two is asked for",
      { ...NOBODY, roles: [role(false), role(true)] },
      "discord_connection_required",
    ],
    ["is bought already", { ...NOBODY, is_completed: true, roles: [role(true)] }, null],
    ["by somebody connected", { ...SOMEBODY, roles: [role(true)] }, null],
    ["by somebody banned", { ...SOMEBODY, roles: [role(true, "40007")] }, "discord_banned"],
    [
      "by somebody banned where nothing is asked for",
      { ...SOMEBODY, roles: [role("warn", "40007")] },
      null,
    ],
    [
      "by somebody banned where another asks",
      { ...SOMEBODY, roles: [role(true), role(false, "40007")] },
      null,
    ],
    ["by somebody with another trouble", { ...SOMEBODY, roles: [role(true, "30001")] }, null],
  ])("%s", (_case, purchase, code) => {
    expect(purchaseRefusal(purchase)?.code ?? null).toBe(code)
  })
})
