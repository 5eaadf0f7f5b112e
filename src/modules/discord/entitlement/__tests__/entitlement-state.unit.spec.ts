import { stateOf } from "../entitlement-state.rules"

const NOW = new Date("2026-11-27T12:00:00Z")
const BEFORE = new Date("2026-11-26T12:00:00Z")
const LATER = new Date("2026-11-28T12:00:00Z")

it.each([
  ["active", BEFORE, null, null],
  ["active", BEFORE, LATER, null],
  ["active", NOW, null, null],
  ["upcoming", LATER, null, null],
  ["suspended", BEFORE, LATER, BEFORE],
  ["suspended", LATER, null, BEFORE],
  ["ended", BEFORE, NOW, null],
  ["ended", BEFORE, BEFORE, BEFORE],
] as const)("access is %s (from %s until %s, suspended %s)", (state, starts, ends, suspended) => {
  const times = { starts_at: starts, ends_at: ends, suspended_at: suspended }
  expect(stateOf(times, NOW)).toBe(state)
})
