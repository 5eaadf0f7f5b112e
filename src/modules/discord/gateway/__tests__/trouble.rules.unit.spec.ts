import { gatewayChecks, type Listening } from "../gateway-check.rules"
import { isSteady, troubleOf, waitAfter } from "../trouble.rules"

const MINUTE = 60_000

describe("why there is no connection", () => {
  it.each<[unknown, string]>([
    [4014, "members_refused"],
    [new Error("Used disallowed intents"), "members_refused"],
    [4004, "token_refused"],
    [new Error("Authentication failed"), "token_refused"],
    [Object.assign(new Error("401: Unauthorized"), { status: 401 }), "token_refused"],
    [
      new Error("Not enough sessions remaining to spawn 1 shards; only 0 remaining"),
      "too_many_sessions",
    ],
    [new Error("connect ECONNREFUSED"), "unreachable"],
    [1006, "unreachable"],
    [4011, "too_many_servers"],
    [4010, "refused_4010"],
    [4012, "refused_4012"],
    [4013, "refused_4013"],
    [null, "unreachable"],
  ])("%s: %s", (cause, trouble) => {
    expect(troubleOf(cause)).toBe(trouble)
  })

  it("is tried again ever more rarely, and at once without members", () => {
    expect([1, 2, 5, 20].map((tries) => waitAfter("unreachable", tries))).toEqual([
      1_000,
      2_000,
      16_000,
      5 * MINUTE,
    ])
    expect(waitAfter("members_refused", 1)).toBe(0)
    expect(waitAfter("token_refused", 1)).toBe(5 * MINUTE)
    expect(waitAfter("too_many_sessions", 1)).toBe(5 * MINUTE)
  })

  it("is tried ever more rarely where the lease is lost over and over, and rarely when few sessions are left", () => {
    expect([1, 20, 21, 22, 40].map((tries) => waitAfter("lease_lost", tries))).toEqual([
      0,
      0,
      1_000,
      2_000,
      5 * MINUTE,
    ])
    expect(waitAfter("lease_lost", 1, 99)).toBe(5 * MINUTE)
    expect(waitAfter("members_refused", 1, 1_000)).toBe(0)
    expect([-Infinity, 4 * MINUTE, 5 * MINUTE].map(isSteady)).toEqual([false, false, true])
  })
})

describe("what is said of the gateway", () => {
  const listening: Listening = {
    process_id: "dproc_1",
    worker_mode: "worker",
    connected_at: "2026-11-28T06:00:00.000Z",
    session_at: "2026-11-28T10:00:00.000Z",
    heard_at: null,
    hears_members: true,
    trouble: null,
  }
  it.each<[string, Listening | null, [boolean, string]]>([
    ["nobody listens", null, [false, "gateway.nobody"]],
    ["it is listened to", listening, [true, "gateway.listening"]],
    ["without members", { ...listening, hears_members: false }, [false, "gateway.members_unheard"]],
    ["it is about to be", { ...listening, connected_at: null }, [true, "gateway.connecting"]],
    [
      "the token is refused",
      { ...listening, connected_at: null, trouble: "token_refused" },
      [false, "gateway.token_refused"],
    ],
    [
      "there are too many servers",
      { ...listening, connected_at: null, trouble: "too_many_servers" },
      [false, "gateway.too_many_servers"],
    ],
    [
      "what is sent is refused",
      { ...listening, connected_at: null, trouble: "refused_4012" },
      [false, "gateway.refused"],
    ],
  ])("%s", (_, state, said) => {
    const checks = gatewayChecks(state, true).map(({ ok, message }) => [ok, message.code])
    expect(checks).toEqual([said])
  })

  it("is nothing in a store that does not use it", () => {
    expect(gatewayChecks(null, false)).toEqual([])
    expect(gatewayChecks(listening, false)).toHaveLength(1)
  })
})
