import { render, say } from "../../../../messages"
import { serverChecks, type CheckedRole, type CheckedServer } from "../server-checks.rules"

const INSTALLED = "268435457"
const MANAGE_ROLES = "268435456"

const role = (over: Partial<CheckedRole> = {}): CheckedRole => ({
  name: "Gold",
  unassignable_reason: null,
  dangerous: [],
  opens_channels: 1,
  ...over,
})

const server = (over: Partial<CheckedServer> = {}): CheckedServer => ({
  unreadable: null,
  bot_permissions: INSTALLED,
  on_access_end: "remove_roles",
  below_every_role: false,
  screens_members: false,
  requires_two_factor: false,
  pause_code: null,
  mapped_roles: [role()],
  leftover_roles: [],
  ...over,
})

const GOLD_OF_MIA = { role_name: "Gold", discord_user_id: "222" }

const failed = (checked: CheckedServer) =>
  serverChecks(checked)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id)

describe("the health of a server", () => {
  it("warns of rules that newcomers must accept before they can use what they bought", () => {
    const checks = serverChecks(server({ screens_members: true }))
    expect(checks.at(-1)).toMatchObject({ id: "screening", ok: false, severity: "warning" })
  })

  it.each([
    ["one", [GOLD_OF_MIA], say("server.test_left", { role: "Gold", user_id: "222" })],
    [
      "two",
      [GOLD_OF_MIA, { role_name: "Silver", discord_user_id: "333" }],
      say("server.tests_left", { roles: ["Gold (222)", "Silver (333)"] }),
    ],
  ])("tells of what tests left behind, %s", (_case, leftover_roles, message) => {
    for (const unreadable of [null, "token", "bot_in_server"] as const) {
      expect(serverChecks(server({ leftover_roles, unreadable })).at(-1)).toEqual({
        id: "role_tests",
        ok: false,
        severity: "warning",
        message,
        fix: say("role_test.goes_on"),
      })
    }
  })

  it.each<[string, Partial<CheckedServer>, string, boolean]>([
    ["two-factor authentication is asked for", { requires_two_factor: true }, "two_factor", true],
    [
      "two-factor authentication is missing",
      { requires_two_factor: true, pause_code: "60003" },
      "two_factor",
      false,
    ],
    ["it is missing though nothing shows it", { pause_code: "60003" }, "two_factor", false],
    ["role changes are refused", { pause_code: "30005" }, "role_changes", false],
  ])("says that %s", (_what, facts, id, ok) => {
    const told = serverChecks(server(facts)).filter((check) =>
      ["two_factor", "role_changes"].includes(check.id),
    )
    expect(told).toEqual([expect.objectContaining({ id, ok, severity: "error" })])
  })

  it("is well with what the install link asked for", () => {
    expect(serverChecks(server()).map(({ id, ok, fix }) => [id, ok, fix])).toEqual([
      ["token", true, null],
      ["bot_in_server", true, null],
      ["manage_roles", true, null],
      ["create_invite", true, null],
      ["role_position", true, null],
      ["roles_deleted", true, null],
      ["role_permissions", true, null],
      ["role_channels", true, null],
    ])
  })

  it.each([
    ["nothing is mapped yet", server({ mapped_roles: [] })],
    ["the bot is an administrator", server({ bot_permissions: "8" })],
  ])("is well when %s", (_case, checked) => {
    expect(failed(checked)).toEqual([])
  })

  it("asks nothing else of a server the bot is not in", () => {
    expect(serverChecks(server({ unreadable: "bot_in_server" }))).toEqual([
      expect.objectContaining({ id: "token", ok: true }),
      {
        id: "bot_in_server",
        ok: false,
        severity: "error",
        message: say("server.bot_missing"),
        fix: say("server.bot_fix"),
      },
    ])
  })

  it("asks nothing else at all when Discord refuses the token", () => {
    expect(serverChecks(server({ unreadable: "token" }))).toEqual([
      {
        id: "token",
        ok: false,
        severity: "error",
        message: say("application.token_refused"),
        fix: say("application.token_fix"),
      },
    ])
  })

  it.each([
    ["no permission at all", server({ bot_permissions: "0" }), ["manage_roles", "create_invite"]],
    ["Create Invite only", server({ bot_permissions: "1" }), ["manage_roles"]],
    ["Manage Roles only", server({ bot_permissions: MANAGE_ROLES }), ["create_invite"]],
    [
      "a mapped role above the bot's",
      server({ mapped_roles: [role({ unassignable_reason: "above_bot" })] }),
      ["role_position"],
    ],
    [
      "a mapped role that was deleted",
      server({ mapped_roles: [role({ unassignable_reason: "deleted" })] }),
      ["roles_deleted"],
    ],
    [
      "a mapped role that is an administrator's",
      server({ mapped_roles: [role({ dangerous: ["administrator"] })] }),
      ["role_permissions"],
    ],
    [
      "a mapped role that opens nothing",
      server({ mapped_roles: [role({ opens_channels: 0 })] }),
      ["role_channels"],
    ],
    [
      "a mapped role of which Discord did not tell what it opens",
      server({ mapped_roles: [role({ opens_channels: null })] }),
      [],
    ],
    [
      "no right to kick, where kicking is asked for",
      server({ on_access_end: "kick" }),
      ["kick_members"],
    ],
    [
      "the right to kick",
      server({ on_access_end: "kick", bot_permissions: String(268435457 + 2) }),
      [],
    ],
  ])("with %s names what is wrong", (_case, checked, expected) => {
    expect(failed(checked)).toEqual(expected)
  })

  it("says for every fault what to do, and for what is well nothing", () => {
    const checks = serverChecks(
      server({
        bot_permissions: "0",
        on_access_end: "kick",
        mapped_roles: [
          role({ unassignable_reason: "above_bot" }),
          role({ unassignable_reason: "deleted", dangerous: ["ban_members"], opens_channels: 0 }),
        ],
      }),
    )
    for (const { ok, fix, message } of checks) {
      expect(render(message)).not.toBe("")
      expect(fix === null).toBe(ok)
      expect(fix && render(fix)).not.toBe("")
    }
  })

  it("names each role the bot cannot give, and only those", () => {
    const [check] = serverChecks(
      server({
        mapped_roles: [
          role({ name: "Gold", unassignable_reason: "above_bot" }),
          role({ name: "Silver" }),
          role({ name: "Booster", unassignable_reason: "managed" }),
        ],
      }),
    ).filter(({ id }) => id === "role_position")
    expect(check?.message).toEqual(say("server.cannot_give", { roles: ["Gold", "Booster"] }))
    expect(check?.fix).toEqual(
      say("refusal.several", {
        sentences: [
          say("role.above_bot", { role: "Gold" }),
          say("role.managed", { role: "Booster" }),
        ],
      }),
    )
  })

  it("says once where to drag the bot's role, however many roles are above it", () => {
    const [check] = serverChecks(
      server({
        mapped_roles: ["Gold", "Silver", "Bronze"].map((name) =>
          role({ name, unassignable_reason: "above_bot" }),
        ),
      }),
    ).filter(({ id }) => id === "role_position")
    expect(check?.message).toEqual(
      say("server.cannot_give", { roles: ["Gold", "Silver", "Bronze"] }),
    )
    expect(check?.fix).toEqual(say("server.position_fix", { highest: "Gold" }))
  })

  it("says nothing of every mapped role while there is none", () => {
    const about = ["role_position", "roles_deleted", "role_permissions", "role_channels"]
    const told = serverChecks(server({ mapped_roles: [] })).filter(({ id }) => about.includes(id))
    expect(told.map(({ id, message }) => [id, message])).toEqual(
      about.map((id) => [id, say("server.nothing_mapped")]),
    )
  })

  it.each([
    ["nothing is mapped", []],
    ["what was mapped is deleted", [role({ unassignable_reason: "deleted" })]],
  ])("warns that the bot sits below every role when %s", (_case, mapped_roles) => {
    const [check] = serverChecks(server({ below_every_role: true, mapped_roles })).filter(
      ({ id }) => id === "role_position",
    )
    expect(check).toEqual({
      id: "role_position",
      ok: false,
      severity: "warning",
      message: say("server.below_every_role"),
      fix: say("server.below_every_role_fix"),
    })
  })

  it("names the mapped roles, as an error, where the bot sits below every role", () => {
    const mapped_roles = [role({ unassignable_reason: "above_bot" })]
    const [check] = serverChecks(server({ below_every_role: true, mapped_roles })).filter(
      ({ id }) => id === "role_position",
    )
    expect(check).toEqual({
      id: "role_position",
      ok: false,
      severity: "error",
      message: say("server.cannot_give", { roles: ["Gold"] }),
      fix: say("role.above_bot", { role: "Gold" }),
    })
  })

  it("tells the same remedy once, however many roles need it", () => {
    const missing = (name: string) => role({ name, unassignable_reason: "manage_roles_missing" })
    const [check] = serverChecks(
      server({ bot_permissions: "1", mapped_roles: [missing("Gold"), missing("Silver")] }),
    ).filter(({ id }) => id === "role_position")
    expect(check?.fix).toEqual(say("role.manage_roles_missing"))
  })

  it("names each role with the permissions it should not have", () => {
    const [check] = serverChecks(
      server({
        mapped_roles: [
          role({ name: "Gold", dangerous: ["administrator"] }),
          role({ name: "Silver", dangerous: ["kick_members", "manage_messages"] }),
          role({ name: "Bronze" }),
        ],
      }),
    ).filter(({ id }) => id === "role_permissions")
    expect(check?.severity).toBe("warning")
    expect(check && render(check.message)).toBe(
      "Gold has Administrator; Silver has Kick Members, Manage Messages: whoever buys it may use that.",
    )
    expect(check?.fix).toEqual(say("server.permissions_fix", { roles: ["Gold", "Silver"] }))
  })
})
