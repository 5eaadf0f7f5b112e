import { tokenState, worstToken, type TokenState } from "../bot-token.rules"
import { healthOf, type HealthFacts } from "../health.rules"
import { hasSharedLocks } from "../locking.rules"

const NOW = Date.parse("2026-11-28T06:00:00Z")
const MINUTE = 60_000
const ALONE = { processes: 1, with_own_locks: 1 }
const ACCEPTED: TokenState = { status: "accepted", seen_at: new Date(NOW - 1000) }
const REFUSED: TokenState = { status: "refused", seen_at: new Date(NOW - MINUTE) }
const UNKNOWN: TokenState = { status: "unknown", seen_at: null }
const database = { sweep_silent_ms: MINUTE, has_swept: true, running: ALONE, other_tokens: [] }
const well: HealthFacts = {
  database,
  token: ACCEPTED,
  now: NOW,
}

describe("the health of a process", () => {
  it.each<[string, Partial<HealthFacts>, string]>([
    ["all is well", {}, "ok"],
    ["it has not called Discord yet", { token: UNKNOWN }, "ok"],
    ["the first sweep is waited for", { database: { ...database, has_swept: false } }, "ok"],
    [
      "nobody has swept for long",
      { database: { ...database, sweep_silent_ms: 5 * MINUTE + 1 } },
      "degraded",
    ],
    ["Discord refuses the token", { token: REFUSED }, "degraded"],
    [
      "it refuses the token of another process alone",
      { database: { ...database, other_tokens: [ACCEPTED, REFUSED] } },
      "degraded",
    ],
    [
      "others have their token accepted",
      { database: { ...database, other_tokens: [ACCEPTED] } },
      "ok",
    ],
    [
      "two have locks of their own",
      { database: { ...database, running: { processes: 2, with_own_locks: 2 } } },
      "degraded",
    ],
    [
      "one of two has",
      { database: { ...database, running: { processes: 2, with_own_locks: 1 } } },
      "degraded",
    ],
    [
      "two share their locks",
      { database: { ...database, running: { processes: 2, with_own_locks: 0 } } },
      "ok",
    ],
    ["the database does not answer", { database: "unreachable" }, "down"],
    ["neither database nor Discord does", { database: "unreachable", token: REFUSED }, "down"],
    [
      "the database refuses what is asked: no restart mends that",
      { database: "failing" },
      "degraded",
    ],
  ])("when %s", (_case, facts, status) => {
    expect(healthOf({ ...well, ...facts }).status).toBe(status)
  })

  it("says since when", () => {
    expect(healthOf(well)).toEqual({
      status: "ok",
      database: "ok",
      sweep: { status: "ok", last_at: "2026-11-28T05:59:00.000Z" },
      bot_token: { status: "accepted", seen_at: "2026-11-28T05:59:59.000Z" },
      processes: { status: "ok", running: 1 },
    })
    expect(healthOf({ ...well, token: UNKNOWN }).bot_token).toEqual({
      status: "unknown",
      seen_at: null,
    })
    const others = { ...database, other_tokens: [REFUSED] }
    expect(healthOf({ ...well, database: others }).bot_token).toEqual({
      status: "refused",
      seen_at: "2026-11-28T05:59:00.000Z",
    })
    const unswept = { ...database, has_swept: false }
    expect(healthOf({ ...well, database: unswept }).sweep?.last_at).toBeNull()
  })
})

describe("the bot token", () => {
  it.each<[string, Parameters<typeof tokenState>, TokenState["status"]]>([
    ["was not used yet", [null, false], "unknown"],
    ["was taken", [{ accepted: true, at: NOW }, false], "accepted"],
    ["was refused", [{ accepted: false, at: NOW }, false], "refused"],
    [
      "was taken by one call after all work had stopped",
      [{ accepted: true, at: NOW }, true],
      "refused",
    ],
    ["stopped all work before it was seen", [null, true], "refused"],
  ])("that %s", (_case, facts, status) => {
    expect(tokenState(...facts).status).toBe(status)
  })

  const earlier = { ...ACCEPTED, seen_at: new Date(NOW - MINUTE) }
  it.each<[string, TokenState[], TokenState]>([
    ["nobody", [], UNKNOWN],
    ["who has not called yet, and who has", [UNKNOWN, ACCEPTED], ACCEPTED],
    ["one whom Discord refuses", [ACCEPTED, REFUSED, UNKNOWN], REFUSED],
    ["two of the same: the last", [earlier, ACCEPTED, earlier], ACCEPTED],
  ])("of several processes is as the worst of them has it: %s", (_case, states, worst) => {
    expect(worstToken(states)).toEqual(worst)
  })
})

describe("Medusa's locks", () => {
  const own = "@medusajs/medusa/locking"
  it.each([
    ["nothing is configured", undefined, false],
    ["the module without providers", { resolve: own }, false],
    ["a list of none", { resolve: own, options: { providers: [] } }, false],
    ["one provider", { resolve: own, options: { providers: [{}] } }, true],
    [
      "two, of which one is the default",
      { resolve: own, options: { providers: [{}, { is_default: true }] } },
      true,
    ],
    ["two, of which none is", { resolve: own, options: { providers: [{}, {}] } }, false],
    ["a module of the store's own", { resolve: "./src/modules/locks" }, true],
    ["the module by its own name", { resolve: "@medusajs/locking" }, false],
  ])("%s", (_case, module, isShared) => {
    expect(hasSharedLocks(module)).toBe(isShared)
  })
})
