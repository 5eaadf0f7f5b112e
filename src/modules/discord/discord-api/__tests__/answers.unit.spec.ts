import {
  channelsIn,
  installedServerIn,
  namesIn,
  rolesIn,
  serverIn,
  serverRolesIn,
  tokensIn,
  userIn,
} from "../answers"
import { isDiscordFailure } from "../errors"

const USER = { id: "1100000000000000042", username: "ada", global_name: "Ada L.", avatar: null }
const LONGEST = { ...USER, username: "x".repeat(32), global_name: "😀".repeat(32) }
const HASH = "a_0123456789abcdef0123456789abcdef"

function failureOf(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return isDiscordFailure(error) && error.status === null ? error.message : error
  }
}

describe("a user", () => {
  it.each([
    ["as Discord describes one", USER, USER],
    ["with more than is looked at", { ...USER, email: "ada@example.com" }, USER],
    [
      "without a name for all servers",
      { ...USER, global_name: undefined },
      { ...USER, global_name: null },
    ],
    ["with a picture", { ...USER, avatar: HASH }, { ...USER, avatar: HASH }],
    ["with the longest names", LONGEST, LONGEST],
    ["with a picture that is none", { ...USER, avatar: '"><script>' }, USER],
    [
      "whose name hides and turns what stands beside it",
      { ...USER, username: "a\u202eda\u0000", global_name: "Ada\nL.\u2066" },
      { ...USER, username: "a da", global_name: "Ada L." },
    ],
  ])("%s is read", (_what, answer, expected) => {
    expect(userIn(answer)).toEqual(expected)
  })

  it.each([
    ["nothing", null],
    ["a page", "<html>"],
    ["a path for an id", { ...USER, id: "../../guilds/1" }],
    ["a number for an id", { ...USER, id: 42 }],
    ["no id", { ...USER, id: undefined }],
    ["a name as long as a book", { ...USER, username: "x".repeat(5_000_000) }],
    ["a name of nothing", { ...USER, username: "\u200b " }],
    ["a name of another type", { ...USER, username: { toString: "ada" } }],
    ["a name longer than Discord's", { ...USER, username: "x".repeat(33) }],
    ["a second name longer than Discord's", { ...USER, global_name: "😀".repeat(33) }],
  ])("of %s is no answer", (_what, answer) => {
    expect(failureOf(() => userIn(answer))).toBe("Discord answered without a user")
    expect(namesIn(answer)).toBeNull()
  })
})

describe("tokens", () => {
  const TOKENS = { access_token: "a", refresh_token: "r", expires_in: 604_800, scope: "identify" }

  it("are read as Discord gives them, with or without their scopes", () => {
    expect(tokensIn({ ...TOKENS, token_type: "Bearer" })).toEqual(TOKENS)
    expect(tokensIn({ ...TOKENS, scope: undefined })).toEqual({ ...TOKENS, scope: "" })
  })

  it.each([
    ["missing", { ...TOKENS, access_token: undefined }],
    ["empty", { ...TOKENS, refresh_token: "" }],
    ["as long as a book", { ...TOKENS, access_token: "x".repeat(10_000) }],
    ["for ever", { ...TOKENS, expires_in: 1e300 }],
    ["over already", { ...TOKENS, expires_in: 0 }],
    ["until no number", { ...TOKENS, expires_in: "soon" }],
  ])("that are %s are no answer", (_what, answer) => {
    expect(failureOf(() => tokensIn(answer))).toBe("Discord answered without tokens")
  })
})

it.each([[null], [undefined], ["Gold"], [[1]], [["../roles"]]])(
  "roles %j are no member's",
  (roles) => {
    expect(failureOf(() => rolesIn(roles))).toBe("Discord answered without a member")
  },
)

describe("a server", () => {
  const SERVER = {
    id: "1300000000000000001",
    name: "Example Community",
    icon: null,
    owner_id: "1100000000000000001",
    mfa_level: 1,
    features: ["COMMUNITY"],
    approximate_member_count: 42,
  }
  const ROLE = {
    id: "1400000000000000001",
    name: "Gold",
    color: 0xf1c40f,
    position: 3,
    permissions: "268435457",
    managed: false,
  }

  it("is read as Discord describes one, with its roles", () => {
    expect(serverIn({ ...SERVER, region: "eu" })).toEqual(SERVER)
    expect(serverRolesIn([{ ...ROLE, tags: { bot_id: "1" } }, ROLE])).toEqual([
      { ...ROLE, tags: { bot_id: "1" } },
      ROLE,
    ])
  })

  it("has names that are only shown cut to what Discord has, and in one line", () => {
    const long = `a\u202eb\n${"x".repeat(5_000)}`
    const shown = `a b ${"x".repeat(96)}`
    expect(serverIn({ ...SERVER, name: long }).name).toBe(shown)
    expect(serverRolesIn([{ ...ROLE, name: long }])[0]?.name).toBe(shown)
  })

  it("is read without what it can do without", () => {
    const { mfa_level: _level, features: _features, ...bare } = SERVER
    const odd = { ...bare, icon: '"><script>', approximate_member_count: -1 }
    expect(serverIn(odd)).toEqual({
      ...SERVER,
      mfa_level: 0,
      features: [],
      approximate_member_count: null,
    })
    expect(serverRolesIn([{ ...ROLE, color: -5, tags: "bot" }])).toEqual([{ ...ROLE, color: 0 }])
  })

  it("has channels of any kind, with who may do what in them", () => {
    const overwrite = { id: "1100000000000000001", type: 0, allow: "0", deny: "1024" }
    const channel = { id: "1100000000000000007", type: 2, position: 3 }
    expect(
      channelsIn([
        { ...channel, permission_overwrites: [overwrite], name: "Lounge" },
        { ...channel, position: "first" },
      ]),
    ).toEqual([
      { ...channel, permission_overwrites: [overwrite] },
      { ...channel, position: null },
    ])
  })

  it.each([[null], [{}], ["[]"], [[null]], [[{ id: "../1", type: 0 }]], [[{ id: "1" }]]])(
    "whose channels are %j is no answer",
    (answer) => {
      expect(failureOf(() => channelsIn(answer))).toBe(
        "Discord answered without the server's channels",
      )
    },
  )

  it.each([[null], ["<html>"], [{ ...SERVER, id: "../1" }], [{ ...SERVER, name: 5 }]])(
    "that is %j is no answer",
    (answer) => {
      expect(failureOf(() => serverIn(answer))).toBe("Discord answered without the server")
    },
  )

  it.each([
    [null],
    [[null]],
    [[{ ...ROLE, permissions: "all" }]],
    [[{ ...ROLE, permissions: 8 }]],
    [[{ ...ROLE, position: "top" }]],
    [[{ ...ROLE, id: "1/../2" }]],
  ])("whose roles are %j is no answer", (answer) => {
    expect(failureOf(() => serverRolesIn(answer))).toBe(
      "Discord answered without the server's roles",
    )
  })

  it("that the bot was installed in is known by its id", () => {
    expect(installedServerIn({ access_token: "a", guild: SERVER })).toBe(SERVER.id)
    expect(failureOf(() => installedServerIn({ guild: { id: "../1" } }))).toBe(
      "Discord answered without the server",
    )
    expect(failureOf(() => installedServerIn({}))).toBe("Discord answered without the server")
  })
})
