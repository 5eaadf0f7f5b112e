import { dangerousPermissions, holds, PERMISSION } from "../permissions"

const bits = (...names: (keyof typeof PERMISSION)[]) =>
  names.reduce((all, name) => all | PERMISSION[name], 0n).toString()

describe("a permission of Discord's", () => {
  it.each([
    ["is held by who has it", bits("kick_members"), true],
    ["is held by an administrator", bits("administrator"), true],
    ["is not held by who has another", bits("ban_members"), false],
    ["is not held by who has none", "0", false],
  ])("%s", (_case, permissions, expected) => {
    expect(holds(permissions, PERMISSION.kick_members)).toBe(expected)
  })
})

describe("what a role lets its buyers do to a server", () => {
  it.each([
    ["nothing", "0", "0", []],
    ["seeing channels", bits("view_channel", "create_invite"), "0", []],
    ["everything", bits("administrator"), "0", ["Administrator"]],
    [
      "two things, the worse first",
      bits("manage_messages", "manage_server"),
      "0",
      ["Manage Server", "Manage Messages"],
    ],
    ["what lies beyond 32 bits", bits("timeout_members"), "0", ["Timeout Members"]],
    ["what @everyone may do already", bits("manage_messages"), bits("manage_messages"), []],
    [
      "more than @everyone may",
      bits("manage_messages", "ban_members"),
      bits("manage_messages"),
      ["Ban Members"],
    ],
  ])("%s", (_case, role, everyone, expected) => {
    expect(dangerousPermissions(role, everyone)).toEqual(expected)
  })
})
