import { render } from "../../../../messages"
import { dangerousPermissions, describePermissions, holds, PERMISSION } from "../permissions.rules"

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
    ["everything", bits("administrator"), "0", ["administrator"]],
    [
      "two things, the worse first",
      bits("manage_messages", "manage_server"),
      "0",
      ["manage_server", "manage_messages"],
    ],
    ["what lies beyond 32 bits", bits("timeout_members"), "0", ["timeout_members"]],
    ["what @everyone may do already", bits("manage_messages"), bits("manage_messages"), []],
    [
      "more than @everyone may",
      bits("manage_messages", "ban_members"),
      bits("manage_messages"),
      ["ban_members"],
    ],
  ])("%s", (_case, role, everyone, expected) => {
    expect(dangerousPermissions(role, everyone)).toEqual(expected)
  })

  it("is named as Discord's own client names it", () => {
    const every = Object.keys(PERMISSION) as (keyof typeof PERMISSION)[]
    const all = dangerousPermissions(bits(...every), "0")
    expect(describePermissions(all).map((each) => render(each))).toEqual([
      "Administrator",
      "Manage Server",
      "Manage Roles",
      "Manage Channels",
      "Manage Webhooks",
      "Ban Members",
      "Kick Members",
      "Timeout Members",
      "Manage Messages",
    ])
  })
})
