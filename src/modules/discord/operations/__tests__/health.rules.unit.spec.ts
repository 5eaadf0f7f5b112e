import { healthOf, type HealthFacts } from "../health.rules"
import { hasSharedLocks } from "../locking.rules"

const NOW = Date.parse("2026-11-28T06:00:00Z")
const MINUTE = 60_000
const ALONE = { processes: 1, with_own_locks: 1 }
const database = { sweep_silent_ms: MINUTE, has_swept: true, running: ALONE }
const well: HealthFacts = {
  database,
  token: { accepted: true, at: NOW - 1000 },
  is_halted: false,
  now: NOW,
}

describe("the health of a process", () => {
  it.each<[string, Partial<HealthFacts>, string]>([
    ["all is well", {}, "ok"],
    ["it has not called Discord yet", { token: null }, "ok"],
    ["the first sweep is waited for", { database: { ...database, has_swept: false } }, "ok"],
    [
      "nobody has swept for long",
      { database: { ...database, sweep_silent_ms: 5 * MINUTE + 1 } },
      "degraded",
    ],
    ["Discord refuses the token", { token: { accepted: false, at: NOW } }, "degraded"],
    ["the bot has stopped", { is_halted: true }, "degraded"],
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
    ["the database does not answer", { database: null }, "down"],
    ["neither database nor Discord does", { database: null, is_halted: true }, "down"],
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
    expect(healthOf({ ...well, token: null }).bot_token).toEqual({
      status: "unknown",
      seen_at: null,
    })
    const unswept = { ...database, has_swept: false }
    expect(healthOf({ ...well, database: unswept }).sweep?.last_at).toBeNull()
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
