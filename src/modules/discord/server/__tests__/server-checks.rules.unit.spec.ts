import { serverChecks, type CheckedRole, type CheckedServer } from "../server-checks"

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
  mapped_roles: [role()],
  ...over,
})

const failed = (checked: CheckedServer) =>
  serverChecks(checked)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id)

describe("the health of a server", () => {
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
        message: "The bot is not in the server.",
        fix: "Connect the server again with Add Discord Server.",
      },
    ])
  })

  it("asks nothing else at all when Discord refuses the token", () => {
    expect(serverChecks(server({ unreadable: "token" }))).toMatchObject([
      { id: "token", ok: false, fix: expect.stringContaining("Reset Token") as string },
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
      server({ mapped_roles: [role({ dangerous: ["Administrator"] })] }),
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
          role({ unassignable_reason: "deleted", dangerous: ["Ban Members"], opens_channels: 0 }),
        ],
      }),
    )
    for (const { ok, fix, message } of checks) {
      expect(message).not.toBe("")
      expect(fix === null).toBe(ok)
      expect(fix).not.toBe("")
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
    expect(check?.message).toBe("The bot cannot give Gold, Booster.")
    expect(check?.fix).toContain("above Gold")
    expect(check?.fix).toContain("Booster")
    expect(check?.fix).not.toContain("Silver")
  })

  it("tells the same remedy once, however many roles need it", () => {
    const missing = (name: string) => role({ name, unassignable_reason: "manage_roles_missing" })
    const [check] = serverChecks(
      server({ bot_permissions: "1", mapped_roles: [missing("Gold"), missing("Silver")] }),
    ).filter(({ id }) => id === "role_position")
    expect(check?.fix?.match(/switch on Manage Roles/g)).toHaveLength(1)
  })

  it("names each role with the permissions it should not have", () => {
    const [check] = serverChecks(
      server({
        mapped_roles: [
          role({ name: "Gold", dangerous: ["Administrator"] }),
          role({ name: "Silver", dangerous: ["Kick Members", "Manage Messages"] }),
          role({ name: "Bronze" }),
        ],
      }),
    ).filter(({ id }) => id === "role_permissions")
    expect(check).toMatchObject({
      severity: "warning",
      message:
        "Gold has Administrator; Silver has Kick Members, Manage Messages: whoever buys it may use that.",
    })
    expect(check?.fix).toContain("Gold, Silver")
  })
})
