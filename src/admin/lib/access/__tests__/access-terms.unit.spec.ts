import { areSameTerms, isPast, termsPayload } from "../access-terms"

it.each([
  [null, false],
  [new Date(0), true],
  [new Date("2999-01-01T00:00:00Z"), false],
])("knows an end that is over: %s", (ends_at, expected) => {
  expect(isPast({ ends_at, note: "" })).toBe(expected)
})

it("sends no end and no note as none, so that a change can take them away", () => {
  expect(termsPayload({ ends_at: null, note: "  " })).toEqual({ ends_at: null, note: null })
  expect(
    termsPayload({ ends_at: new Date("2026-12-01T10:00:00Z"), note: " Winner of the raffle " }),
  ).toEqual({ ends_at: "2026-12-01T10:00:00.000Z", note: "Winner of the raffle" })
})

it("tells terms that were changed from those that were not, whatever object they are in", () => {
  const terms = { ends_at: new Date("2026-12-01T10:00:00Z"), note: "Raffle" }
  expect(areSameTerms(terms, { ...terms, ends_at: new Date(terms.ends_at) })).toBe(true)
  expect(areSameTerms(terms, { ...terms, note: "" })).toBe(false)
  expect(areSameTerms(terms, { ...terms, ends_at: null })).toBe(false)
})
