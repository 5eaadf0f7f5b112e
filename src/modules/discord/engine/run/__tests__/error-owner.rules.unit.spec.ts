import { render, say } from "../../../../../messages"
import {
  CALL_KINDS,
  ownerOf,
  saysAway,
  type CallKind,
  type ErrorReach,
  type FailureFacts,
} from "../error-owner.rules"
import type { ErrorOwner } from "../../../statuses.rules"

/** The calls whose purpose is that a role or a member is gone afterwards. */
const TAKING: CallKind[] = ["remove_role", "kick"]
const GIVING: CallKind[] = ["join", "add_role", "set_roles"]

const refusal = (status: number | null, code: FailureFacts["code"] = null): FailureFacts => ({
  status,
  code,
  retry_after_ms: null,
})

type Row = [code: number | string, status: number, what: string, owner: ErrorOwner, of: ErrorReach]

/** Codes whose owner does not depend on what was asked for. */
const ALWAYS: Row[] = [
  [10004, 404, "the bot is not in the server", "admin", "server"],
  [50001, 403, "the bot has no access to the server", "admin", "server"],
  [10013, 404, "the Discord user does not exist any more", "customer", "member"],
  [30001, 400, "the user is in too many servers", "customer", "member"],
  [40001, 401, "the bot token is not accepted", "admin", "bot"],
  [50014, 401, "the bot token is invalid", "admin", "bot"],
  [40002, 403, "the user must verify the account", "customer", "member"],
  [50178, 403, "the user must verify the account, in newer words", "customer", "member"],
  [40007, 403, "the user is banned from the server", "customer", "member"],
  [40333, 403, "Cloudflare does not like the User-Agent", "admin", "bot"],
  [40062, 429, "the resource is being limited", "transient", "member"],
  [130000, 503, "Discord is overloaded", "transient", "member"],
  [50025, 403, "the OAuth token is not this user's", "customer", "member"],
  [50026, 403, "a scope is missing", "customer", "member"],
  [50035, 400, "the request was malformed", "bug", "member"],
  [340015, 403, "Discord limits the user from joining servers", "customer", "member"],
  ["invalid_grant", 400, "the authorisation is used up or revoked", "customer", "member"],
  ["invalid_client", 401, "the application's secret is wrong", "admin", "member"],
]

/** Codes of what lies in the server: in the way of every role change alike. */
const OF_THE_SERVER: [code: number, what: string][] = [
  [60003, "the server wants two-factor authentication"],
  [30005, "the server is at its limit of roles"],
  [30019, "the server is full"],
]

describe("whose move a refusal is", () => {
  describe.each(ALWAYS)("code %s (HTTP %i): %s", (code, status, _what, owner, reach) => {
    it.each(CALL_KINDS)(`is the same for %s: ${owner}, and reaches the ${reach}`, (call) => {
      expect(ownerOf(refusal(status, code), call)).toMatchObject({ owner, reach })
    })
  })

  describe.each(OF_THE_SERVER)("code %i: %s", (code) => {
    it.each<[CallKind, ErrorReach]>([
      ["join", "member"],
      ["read_member", "member"],
      ["kick", "role"],
      ["add_role", "server"],
      ["remove_role", "server"],
      ["set_roles", "server"],
      ["read_server", "server"],
    ])("after %s it reaches the %s", (call, reach) => {
      expect(ownerOf(refusal(400, code), call)).toMatchObject({ owner: "admin", reach })
    })
  })

  it.each(TAKING)("a member who is gone (10007) is what %s wanted", (call) => {
    expect(ownerOf(refusal(404, 10007), call).owner).toBe("satisfied")
  })

  it.each([...GIVING, "read_member"] as const)(
    "a member who is gone (10007) must come back before %s",
    (call) => {
      expect(ownerOf(refusal(404, 10007), call)).toMatchObject({
        owner: "customer",
        reach: "member",
      })
    },
  )

  describe.each([
    [10011, 404, "unknown"],
    [50028, 400, "invalid"],
  ])("code %i: the role is %s to Discord", (code, status) => {
    it.each(TAKING)("is what %s wanted", (call) => {
      expect(ownerOf(refusal(status, code), call).owner).toBe("satisfied")
    })

    it.each(GIVING)("asks the admin to map another role when %s gives it", (call) => {
      expect(ownerOf(refusal(status, code), call)).toMatchObject({ owner: "admin", reach: "role" })
    })
  })

  describe("code 50013: the bot may not do this", () => {
    it.each(CALL_KINDS)("is the admin's to mend after %s", (call) => {
      expect(ownerOf(refusal(403, 50013), call).owner).toBe("admin")
    })

    it.each(["add_role", "remove_role", "set_roles", "kick"] as const)(
      "stops that one thing after %s, so that the others go on",
      (call) => {
        expect(ownerOf(refusal(403, 50013), call).reach).toBe("role")
      },
    )

    it("keeps out whoever was to be brought in, and nobody else", () => {
      expect(ownerOf(refusal(403, 50013), "join").reach).toBe("member")
    })
  })
})

describe("an answer without a code that is known", () => {
  it.each([
    ["no answer at all", null, null],
    ["a broken gateway", 502, null],
    ["a server error with Discord's general code", 500, 0],
    ["an outage", 503, null],
    ["a timeout of Cloudflare's", 524, null],
    ["a rate limit", 429, null],
    ["a rate limit with Discord's general code", 429, 0],
  ])("%s is tried again", (_case, status, code) => {
    expect(ownerOf(refusal(status, code), "add_role").owner).toBe("transient")
  })

  it("a 401 stops everything the bot does", () => {
    expect(ownerOf(refusal(401, 0), "add_role")).toMatchObject({ owner: "admin", reach: "bot" })
  })

  describe.each([
    [400, 0],
    [403, 150_009],
    [404, 0],
    [405, 99_999],
    [409, 70_001],
    [400, "unsupported_grant_type"],
  ])("HTTP %i with code %s is Discord's answer to that one call", (status, code) => {
    const answer = { ...refusal(status, code), said: "Not in the mood" }

    it.each<[CallKind, ErrorReach]>([
      ["join", "member"],
      ["read_member", "member"],
      ["token", "member"],
      ["add_role", "role"],
      ["remove_role", "role"],
      ["set_roles", "role"],
      ["kick", "role"],
      ["read_server", "server"],
    ])("after %s it is about the %s, for the admin to see", (call, reach) => {
      const verdict = ownerOf(answer, call)
      expect(verdict).toMatchObject({ owner: "admin", reach, again: "rarely" })
      expect(verdict.message).toEqual(
        say(`discord.refused_${call}_said`, {
          status: String(status),
          code: String(code),
          words: "Not in the mood",
        }),
      )
      expect(render(verdict.message)).toContain(`(${status}, code ${code}: Not in the mood)`)
    })

    it("says so without words, where Discord has none", () => {
      expect(render(ownerOf(refusal(status, code), "join").message)).toBe(
        `Discord refused to bring this member in (${status}, code ${code}).`,
      )
    })

    it("does not say that Discord is away", () => {
      expect(saysAway(answer)).toBe(false)
    })
  })

  it.each([400, 403, 404, 407, 451])(
    "HTTP %i without a code came from something before Discord, and is tried again",
    (status) => {
      for (const call of CALL_KINDS) {
        expect(ownerOf(refusal(status), call)).toMatchObject({
          owner: "transient",
          message: say("discord.refused_before"),
        })
      }
      expect(saysAway(refusal(status))).toBe(true)
    },
  )
})

describe("what says that Discord is away", () => {
  const named = { ...refusal(429), retry_after_ms: 1_000 }
  it.each<[string, FailureFacts, boolean]>([
    ["no answer at all", refusal(null), true],
    ["a 500 with Discord's general code", refusal(500, 0), true],
    ["a 503", refusal(503), true],
    ["Discord overloaded", refusal(503, 130_000), true],
    ["a 429 that names no time", refusal(429), true],
    ["a 429 that names one", named, false],
    ["a 403 with a code", refusal(403, 50_013), false],
    ["a 401", refusal(401), false],
  ])("%s", (_case, failure, away) => {
    expect(saysAway(failure)).toBe(away)
  })
})

describe("what time alone may mend", () => {
  it("the limit on joining servers is looked at again after six hours", () => {
    expect(ownerOf(refusal(403, 340015), "join").retry_ms).toBe(6 * 60 * 60_000)
  })

  const others = ALWAYS.map(([code]) => code).filter((code) => code !== 340015)
  it.each([...others, 10007, 10011, 50028, 50013])(
    "is nothing else: code %s comes back only when somebody has done something",
    (code) => {
      for (const call of CALL_KINDS) {
        expect(ownerOf(refusal(403, code), call).retry_ms).toBeUndefined()
      }
    },
  )
})

it("branches on the code, not on the status that came with it", () => {
  const banned = ownerOf(refusal(403, 40007), "join")
  const overloaded = ownerOf(refusal(403, 130000), "join")
  expect([banned.owner, overloaded.owner]).toEqual(["customer", "transient"])
})

it.each([...ALWAYS.map(([code]) => code), ...[10007, 10011, 50028, 50013]])(
  "code %s is told in a sentence, whatever was asked for",
  (code) => {
    for (const call of CALL_KINDS) {
      expect(render(ownerOf(refusal(400, code), call).message)).toMatch(/^[A-Z@].{10,}\.$/)
    }
  },
)
