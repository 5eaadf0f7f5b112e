import { changed, ended, ENDED_BY_HAND, granted, type ManualAccess } from "../manual-access.rules"

const now = new Date("2026-08-10T12:00:00Z")
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

const stored = (over: Partial<ManualAccess> = {}): ManualAccess => ({
  id: "dent_1",
  source_id: "sub_stripe",
  variant_id: "variant_gold",
  customer_id: "cus_ada",
  starts_at: hours(-48),
  ends_at: hours(24),
  ended_reason: null,
  actor_id: "user_admin",
  note: "support case 7",
  ...over,
})
const grant = { customer_id: "cus_ada", variant_id: "variant_gold" }

describe("a grant", () => {
  it("begins now and stands until it is ended, when nothing else is said", () => {
    expect(granted(null, grant, now)).toEqual({
      ...grant,
      starts_at: now,
      ends_at: null,
      ended_reason: null,
      actor_id: null,
      note: null,
    })
  })

  it.each([
    ["keeps the start of what still stands", stored(), hours(-48)],
    ["begins anew after an end by hand", stored({ ended_reason: ENDED_BY_HAND }), now],
    ["begins anew after an end by time", stored({ ends_at: hours(-1) }), now],
  ])("under a known reference %s", (_case, before, starts_at) => {
    expect(granted(before, { ...grant, ends_at: hours(720) }, now)).toMatchObject({
      starts_at,
      ends_at: hours(720),
      ended_reason: null,
      actor_id: "user_admin",
      note: "support case 7",
    })
  })

  it.each([
    ["an end that is past", null, { ends_at: hours(-1) }, /is in the past.*end it/],
    ["an end of this very moment", null, { ends_at: now }, /is in the past/],
    [
      "an end before its start",
      null,
      { starts_at: hours(10), ends_at: hours(5) },
      /is not after starts_at/,
    ],
    ["another customer's reference", stored({ customer_id: "cus_ben" }), {}, /customer cus_ben/],
  ])("is refused for %s", (_case, before, over, words) => {
    expect(() => granted(before, { ...grant, ...over }, now)).toThrow(words)
  })
})

describe("a change", () => {
  it.each([
    ["another end", { ends_at: hours(1) }, { ends_at: hours(1), note: "support case 7" }],
    ["no end any more", { ends_at: null }, { ends_at: null, note: "support case 7" }],
    ["another note", { note: "moved" }, { ends_at: hours(24), note: "moved" }],
    ["no note any more", { note: null }, { ends_at: hours(24), note: null }],
    ["nothing", {}, { ends_at: hours(24), note: "support case 7" }],
  ])("to %s leaves the rest", (_case, change, expected) => {
    expect(changed(stored(), change, now)).toEqual({ ...stored(), ...expected })
  })

  it.each([
    ["a past end", stored(), { ends_at: hours(-1) }, /is in the past/],
    ["what was ended", stored({ ended_reason: ENDED_BY_HAND }), { note: "x" }, /is over since/],
    ["what ran out", stored({ ends_at: hours(-1) }), { ends_at: hours(9) }, /Grant access anew/],
  ])("is refused for %s", (_case, before, change, words) => {
    expect(() => changed(before, change, now)).toThrow(words)
  })
})

describe("an end", () => {
  it("is now, and says that it was by hand", () => {
    expect(ended(stored(), now)).toEqual({
      ...stored(),
      ends_at: now,
      ended_reason: ENDED_BY_HAND,
    })
  })

  it.each([
    ["ran out by time", stored({ ends_at: hours(-1) })],
    ["was ended before", stored({ ends_at: hours(-2), ended_reason: ENDED_BY_HAND })],
  ])("changes nothing of what %s", (_case, before) => {
    expect(ended(before, now)).toEqual(before)
  })
})
