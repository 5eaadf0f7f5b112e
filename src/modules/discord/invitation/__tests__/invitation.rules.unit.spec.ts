import { PermissionFlagsBits } from "discord.js"
import { channelsToInviteTo, type InvitationChannel } from "../invitation.rules"

const EVERYONE = { role_id: "1", permissions: PermissionFlagsBits.ViewChannel.toString() }
const HIDDEN = [
  { role_id: "1", allow: "0", deny: PermissionFlagsBits.ViewChannel.toString() },
] as const

const channel = (id: string, position: number, isHidden = false): InvitationChannel => ({
  id,
  position,
  overwrites: isHidden ? HIDDEN : [],
})

describe("channels to invite somebody to", () => {
  it.each<[string, InvitationChannel[], string[]]>([
    ["none", [], []],
    ["from the top of the list", [channel("b", 2), channel("a", 1)], ["a", "b"]],
    [
      "one that a newcomer sees before one above it that they do not see",
      [channel("staff", 0, true), channel("welcome", 5)],
      ["welcome", "staff"],
    ],
    ["the hidden ones where there is no other", [channel("paid", 0, true)], ["paid"]],
    [
      "a few of many",
      [channel("a", 1), channel("b", 2), channel("c", 3), channel("d", 4)],
      ["a", "b", "c"],
    ],
  ])("are %s", (_, channels, expected) => {
    expect(channelsToInviteTo(channels, EVERYONE)).toEqual(expected)
  })
})
