import { ChannelType, PermissionFlagsBits } from "discord.js"
import { channelsToInviteTo, invitationUrl, type InvitationChannel } from "../invitation.rules"

const EVERYONE = { role_id: "1", permissions: PermissionFlagsBits.ViewChannel.toString() }
const HIDDEN = [
  { role_id: "1", allow: "0", deny: PermissionFlagsBits.ViewChannel.toString() },
] as const

const channel = (
  id: string,
  position: number,
  isHidden = false,
  type = ChannelType.GuildText,
): InvitationChannel => ({
  id,
  type,
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
      "one to write in before one to speak in above it",
      [channel("voice", 0, false, ChannelType.GuildVoice), channel("text", 5)],
      ["text", "voice"],
    ],
    [
      "any that can hold an invitation before one that nobody sees",
      [
        channel("staff", 0, true),
        channel("forum", 2, false, ChannelType.GuildForum),
        channel("stage", 1, false, ChannelType.GuildStageVoice),
      ],
      ["stage", "forum", "staff"],
    ],
    ["no category", [channel("category", 0, false, ChannelType.GuildCategory)], []],
    [
      "a few of many",
      [channel("a", 1), channel("b", 2), channel("c", 3), channel("d", 4)],
      ["a", "b", "c"],
    ],
  ])("are %s", (_, channels, expected) => {
    expect(channelsToInviteTo(channels, EVERYONE)).toEqual(expected)
  })
})

it.each([
  ["https://discord.com", "https://discord.gg/abc"],
  ["http://127.0.0.1:4000", "http://127.0.0.1:4000/invite/abc"],
])("an invitation of %s is %s", (webUrl, expected) => {
  expect(invitationUrl("abc", webUrl)).toBe(expected)
})
