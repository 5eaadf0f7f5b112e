import {
  isOverdue,
  isSwept,
  leastGapMs,
  stuckChores,
  type ChoreAge,
  type ChoreState,
} from "../chores.rules"

const MINUTE = 60_000

describe("the engine's clock", () => {
  it.each<[string, ChoreState | undefined, boolean]>([
    ["leaves to its first turn what nobody has heard of", undefined, false],
    ["leaves what was done a moment ago", { begun_ms: 1_000, is_alive: false }, false],
    ["leaves to the scheduler what is due now", { begun_ms: MINUTE + 500, is_alive: false }, false],
    [
      "begins what the scheduler has forgotten",
      { begun_ms: MINUTE + 5_001, is_alive: false },
      true,
    ],
    ["begins what never began", { begun_ms: null, is_alive: false }, true],
    ["leaves what a process is at, however long", { begun_ms: 10 * MINUTE, is_alive: true }, false],
  ])("%s", (_case, state, expected) => {
    expect(isOverdue(MINUTE, state)).toBe(expected)
  })

  it("never keeps a scheduler from its next turn", () => {
    expect(leastGapMs(MINUTE)).toBeLessThan(MINUTE)
  })
})

it.each([
  [0, true],
  [5 * MINUTE, true],
  [5 * MINUTE + 1, false],
])("after %i ms without a sweep all is well: %s", (silentMs, expected) => {
  expect(isSwept(silentMs)).toBe(expected)
})

describe("chores that come to no good end", () => {
  const well: ChoreAge = { name: "orders", every_ms: MINUTE, begun_ms: 1_000, silent_ms: MINUTE }
  it.each<[string, Partial<ChoreAge>, boolean]>([
    ["one that was done in its time", {}, false],
    [
      "one whose turn takes long, as it may",
      { begun_ms: 29 * MINUTE, silent_ms: 30 * MINUTE },
      false,
    ],
    ["one that is begun and not done", { silent_ms: 33 * MINUTE }, true],
    ["one that hangs again", { begun_ms: 20 * MINUTE, silent_ms: 60 * MINUTE }, true],
    ["one that nobody begins", { begun_ms: 60 * MINUTE, silent_ms: 60 * MINUTE }, false],
    ["a daily one after a day", { every_ms: 24 * 60 * MINUTE, silent_ms: 25 * 60 * MINUTE }, false],
    ["the sweep, of which is told sooner", { name: "sweep", silent_ms: 60 * MINUTE }, false],
  ])("%s", (_case, age, isStuck) => {
    expect(stuckChores([{ ...well, ...age }])).toEqual(isStuck ? ["orders"] : [])
  })
})
