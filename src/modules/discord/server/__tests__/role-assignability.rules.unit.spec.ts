import { render } from "../../../../messages"
import {
  canManageRoles,
  describeUnassignable,
  ranksAbove,
  UNASSIGNABLE_REASONS,
  unassignableReason,
  type BotFacts,
  type RoleFacts,
} from "../role-assignability.rules"

const GUILD = "112233445566778899"
const ADMINISTRATOR = "8"
const MANAGE_ROLES = "268435456"
/** What the install link asks for: Manage Roles and Create Invite. */
const INSTALLED = "268435457"

const role = (over: Partial<RoleFacts> = {}): RoleFacts => ({
  role_id: "200000000000000001",
  name: "Gold",
  position: 3,
  managed: false,
  ...over,
})

const bot = (over: Partial<BotFacts> = {}): BotFacts => ({
  guild_id: GUILD,
  top_role: { role_id: "300000000000000001", name: "Store bot", position: 5 },
  permissions: INSTALLED,
  ...over,
})

describe("which roles a bot can give", () => {
  it.each([
    ["a role below the bot's", role()],
    ["the lowest role there is", role({ position: 1 })],
    ["a role with tags that say nothing of an owner", role({ tags: {} })],
    ["the role next below the bot's", role({ position: 4 })],
  ])("gives %s", (_case, facts) => {
    expect(unassignableReason(facts, bot())).toBeNull()
  })

  it.each([
    ["@everyone, which has the server's own id", role({ role_id: GUILD, position: 0 }), "everyone"],
    ["a managed role", role({ managed: true }), "managed"],
    ["the role of a bot", role({ tags: { bot_id: "400000000000000001" } }), "managed"],
    ["an integration's role", role({ tags: { integration_id: "400000000000000001" } }), "managed"],
    [
      "the boosters' role: null means true",
      role({ tags: { premium_subscriber: null } }),
      "managed",
    ],
    ["a role for sale", role({ tags: { available_for_purchase: null } }), "managed"],
    ["a linked role", role({ tags: { guild_connections: null } }), "managed"],
    ["a shop's role", role({ tags: { subscription_listing_id: "4000000000000001" } }), "managed"],
    ["a role above the bot's", role({ position: 6 }), "above_bot"],
  ])("does not give %s", (_case, facts, reason) => {
    expect(unassignableReason(facts, bot())).toBe(reason)
  })

  it("does not give its own highest role", () => {
    const own = role({ role_id: "300000000000000001", position: 5 })
    expect(unassignableReason(own, bot())).toBe("above_bot")
  })

  it("gives nothing without a role of its own", () => {
    expect(unassignableReason(role({ position: 1 }), bot({ top_role: null }))).toBe("above_bot")
  })

  it("gives nothing without the permission", () => {
    expect(unassignableReason(role(), bot({ permissions: "1" }))).toBe("manage_roles_missing")
  })

  it("names the permission before the position: moving the role would not help yet", () => {
    expect(unassignableReason(role({ position: 9 }), bot({ permissions: "0" }))).toBe(
      "manage_roles_missing",
    )
  })

  it("never calls a managed role a matter of permission: no permission would help", () => {
    expect(unassignableReason(role({ managed: true }), bot({ permissions: "0" }))).toBe("managed")
  })

  it("is bound by its position even as an administrator", () => {
    const admin = bot({ permissions: ADMINISTRATOR })
    expect(unassignableReason(role({ position: 9 }), admin)).toBe("above_bot")
    expect(unassignableReason(role(), admin)).toBeNull()
  })
})

describe("rank", () => {
  const at = (position: number, role_id: string) => ({ position, role_id })

  it.each([
    ["the higher position", at(2, "300000000000000001"), at(1, "200000000000000001")],
    ["at one position the lower id", at(1, "200000000000000001"), at(1, "300000000000000001")],
    // 17 digits against 18: as text the order would be the other way round.
    [
      "the lower id as a number, not as text",
      at(1, "99999999999999999"),
      at(1, "100000000000000000"),
    ],
    // One apart: equal once rounded to a double.
    ["ids that differ by one", at(1, "900000000000000000"), at(1, "900000000000000001")],
  ])("%s ranks above", (_case, higher, lower) => {
    expect(ranksAbove(higher, lower)).toBe(true)
    expect(ranksAbove(lower, higher)).toBe(false)
  })

  it("puts no role above itself", () => {
    expect(ranksAbove(at(1, "200000000000000001"), at(1, "200000000000000001"))).toBe(false)
  })
})

describe("Manage Roles", () => {
  it.each([
    ["the permission itself", MANAGE_ROLES, true],
    ["the permissions of the install link", INSTALLED, true],
    ["an administrator", ADMINISTRATOR, true],
    ["all of today's permissions, past 32 bits", "2251799813685247", true],
    ["every permission but these two", String(2251799813685247n & ~268435464n), false],
    ["Create Invite only", "1", false],
    ["nothing", "0", false],
  ])("%s", (_case, permissions, expected) => {
    expect(canManageRoles(permissions)).toBe(expected)
  })
})

describe("what the admin is told", () => {
  it.each(UNASSIGNABLE_REASONS)("%s is a sentence with something to do", (reason) => {
    expect(render(describeUnassignable(reason, "Gold"))).toMatch(
      /(Choose another role|drag the bot's role|switch on Manage Roles)/,
    )
  })

  it.each(["managed", "above_bot", "deleted"] as const)("%s names the role", (reason) => {
    expect(render(describeUnassignable(reason, "Gold"))).toContain("Gold")
  })
})
