import {
  CALL_KINDS,
  ownerOf,
  type CallKind,
  type ErrorReach,
  type FailureFacts,
} from "../error-owner"
import type { ErrorOwner } from "../statuses"

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
  [30005, 400, "the server is at its limit of roles", "admin", "server"],
  [30019, 400, "the server is full", "admin", "server"],
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
  [60003, 403, "the server wants two-factor authentication", "admin", "server"],
  [340015, 403, "Discord limits the user from joining servers", "customer", "member"],
  ["invalid_grant", 400, "the authorisation is used up or revoked", "customer", "member"],
  ["invalid_client", 401, "the application's secret is wrong", "admin", "bot"],
]

describe("whose move a refusal is", () => {
  describe.each(ALWAYS)("code %s (HTTP %i): %s", (code, status, _what, owner, reach) => {
    it.each(CALL_KINDS)(`is the same for %s: ${owner}, and reaches the ${reach}`, (call) => {
      expect(ownerOf(refusal(status, code), call)).toMatchObject({ owner, reach })
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

    it.each(["add_role", "remove_role", "kick"] as const)(
      "stops that one thing after %s, so that the others go on",
      (call) => {
        expect(ownerOf(refusal(403, 50013), call).reach).toBe("role")
      },
    )

    it.each(["join", "set_roles", "read_server"] as const)(
      "reaches the whole server after %s",
      (call) => {
        expect(ownerOf(refusal(403, 50013), call).reach).toBe("server")
      },
    )
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

  it.each([
    [400, 0],
    [403, null],
    [404, 0],
    [405, 99_999],
    [400, "unsupported_grant_type"],
  ])("HTTP %i with code %s is not retried for ever: it is ours to look at", (status, code) => {
    const verdict = ownerOf(refusal(status, code), "add_role")
    expect(verdict.owner).toBe("bug")
    expect(verdict.message).toContain(String(status))
    expect(verdict.message).toContain(String(code))
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
      expect(ownerOf(refusal(400, code), call).message).toMatch(/^[A-Z@].{10,}\.$/)
    }
  },
)
