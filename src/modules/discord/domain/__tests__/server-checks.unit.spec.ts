import { serverChecks, type CheckedServer } from "../server-checks"

const INSTALLED = "268435457"
const MANAGE_ROLES = "268435456"

const server = (over: Partial<CheckedServer> = {}): CheckedServer => ({
  bot_permissions: INSTALLED,
  mapped_roles: [{ name: "Gold", unassignable_reason: null }],
  ...over,
})

const failed = (checked: CheckedServer | null) =>
  serverChecks(checked)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id)

describe("the health of a server", () => {
  it("is well with what the install link asked for", () => {
    expect(serverChecks(server())).toEqual([
      { id: "bot_in_server", ok: true, message: "The bot is in the server.", fix: null },
      { id: "manage_roles", ok: true, message: "The bot may manage roles.", fix: null },
      {
        id: "create_invite",
        ok: true,
        message: "The bot may join members to the server.",
        fix: null,
      },
      { id: "role_position", ok: true, message: "The bot can give every mapped role.", fix: null },
    ])
  })

  it.each([
    ["nothing is mapped yet", server({ mapped_roles: [] })],
    ["the bot is an administrator", server({ bot_permissions: "8" })],
  ])("is well when %s", (_case, checked) => {
    expect(failed(checked)).toEqual([])
  })

  it("asks nothing else of a server the bot is not in", () => {
    expect(serverChecks(null)).toEqual([
      {
        id: "bot_in_server",
        ok: false,
        message: "The bot is not in the server.",
        fix: "Connect the server again with Add Discord Server.",
      },
    ])
  })

  it.each([
    ["no permission at all", server({ bot_permissions: "0" }), ["manage_roles", "create_invite"]],
    ["Create Invite only", server({ bot_permissions: "1" }), ["manage_roles"]],
    ["Manage Roles only", server({ bot_permissions: MANAGE_ROLES }), ["create_invite"]],
    [
      "a mapped role above the bot's",
      server({ mapped_roles: [{ name: "Gold", unassignable_reason: "above_bot" }] }),
      ["role_position"],
    ],
    [
      "a mapped role that was deleted",
      server({ mapped_roles: [{ name: "Gold", unassignable_reason: "deleted" }] }),
      ["role_position"],
    ],
  ])("with %s names what is wrong", (_case, checked, expected) => {
    expect(failed(checked)).toEqual(expected)
  })

  it("says for every fault what to do, and for what is well nothing", () => {
    const checks = serverChecks(
      server({
        bot_permissions: "0",
        mapped_roles: [{ name: "Gold", unassignable_reason: "above_bot" }],
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
          { name: "Gold", unassignable_reason: "above_bot" },
          { name: "Silver", unassignable_reason: null },
          { name: "Booster", unassignable_reason: "managed" },
        ],
      }),
    ).filter(({ id }) => id === "role_position")
    expect(check?.message).toBe("The bot cannot give Gold, Booster.")
    expect(check?.fix).toContain("above Gold")
    expect(check?.fix).toContain("Booster")
    expect(check?.fix).not.toContain("Silver")
  })

  it("tells the same remedy once, however many roles need it", () => {
    const missing = (name: string) => ({
      name,
      unassignable_reason: "manage_roles_missing" as const,
    })
    const [check] = serverChecks(
      server({ bot_permissions: "1", mapped_roles: [missing("Gold"), missing("Silver")] }),
    ).filter(({ id }) => id === "role_position")
    expect(check?.fix?.match(/switch on Manage Roles/g)).toHaveLength(1)
  })
})
