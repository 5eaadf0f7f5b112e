import { opensChannels, type ChannelOverwrites } from "../channel-access.rules"

const GUILD = "100000000000000001"
const GOLD = "100000000000000002"
const SILVER = "100000000000000003"
const VIEW = String(1 << 10)
const ADMINISTRATOR = String(1 << 3)

const everyone = (permissions: string) => ({ role_id: GUILD, permissions })
const gold = (permissions = "0") => ({ role_id: GOLD, permissions })
const allow = (role_id: string) => ({ role_id, allow: VIEW, deny: "0" })
const deny = (role_id: string) => ({ role_id, allow: "0", deny: VIEW })

const OPEN: ChannelOverwrites = []
const PRIVATE: ChannelOverwrites = [deny(GUILD)]
const GOLDS: ChannelOverwrites = [deny(GUILD), allow(GOLD)]
const SILVERS: ChannelOverwrites = [deny(GUILD), allow(SILVER)]

describe("the channels a role opens", () => {
  it.each([
    ["a channel for all is opened by no role", gold(), everyone(VIEW), [OPEN], 0],
    ["a private channel of another role is not", gold(), everyone(VIEW), [SILVERS, PRIVATE], 0],
    ["a private channel of this role is", gold(), everyone(VIEW), [OPEN, GOLDS, SILVERS], 1],
    ["each of several counts", gold(), everyone(VIEW), [GOLDS, GOLDS, OPEN], 2],
    [
      "in a server where @everyone sees nothing, a role that may see opens all",
      gold(VIEW),
      everyone("0"),
      [OPEN, OPEN],
      2,
    ],
    [
      "a denial for @everyone in the channel outweighs the role's right in the server",
      gold(VIEW),
      everyone("0"),
      [PRIVATE],
      0,
    ],
    [
      "an administrator sees every private channel",
      gold(ADMINISTRATOR),
      everyone(VIEW),
      [PRIVATE, SILVERS, OPEN],
      2,
    ],
    [
      "what @everyone sees by the channel's own word is not opened",
      gold(),
      everyone("0"),
      [[allow(GUILD), allow(GOLD)]],
      0,
    ],
    ["a role that a channel denies does not open it", gold(VIEW), everyone("0"), [[deny(GOLD)]], 0],
    ["a server without channels has nothing to open", gold(), everyone(VIEW), [], 0],
    [
      "when all are administrators, nothing is left to open",
      gold(),
      everyone(ADMINISTRATOR),
      [GOLDS],
      0,
    ],
  ])("%s", (_case, role, all, channels, expected) => {
    expect(opensChannels(role, all, channels)).toBe(expected)
  })
})
