import fc from "fast-check"
import { desiredRoles, type RoleClaim } from "../desired-roles"

const DAY_MS = 86_400_000
const DAY_0 = Date.parse("2026-08-01T00:00:00Z")
const day = (n: number) => new Date(DAY_0 + n * DAY_MS)

let serial = 0
const claim = (role_id: string, from: number, over: Partial<RoleClaim> = {}): RoleClaim => {
  serial += 1
  return {
    role_id,
    entitlement_id: `dent_${serial}`,
    reason: `order order_${serial}`,
    starts_at: day(from),
    ends_at: null,
    access_days: null,
    ended_reason: null,
    grace_hours: 0,
    ...over,
  }
}
const until = (n: number) => ({ ends_at: day(n) })
const days = (n: number) => ({ access_days: n })
const grace = (hours: number) => ({ grace_hours: hours })
const endedOn = (n: number) => ({ ends_at: day(n), ended_reason: "order_canceled" })

const held = (claims: RoleClaim[], at: number) => [...desiredRoles(claims, day(at)).roles.keys()]
const recheck = (claims: RoleClaim[], at: number) => desiredRoles(claims, day(at)).recheck_at

describe("a role is held", () => {
  it.each([
    ["for as long as it is owned", [claim("gold", 0)], 10_000, ["gold"]],
    ["from the very moment it starts", [claim("gold", 3)], 3, ["gold"]],
    ["not before it starts", [claim("gold", 3)], 2.999, []],
    ["until just before its end", [claim("gold", 0, until(30))], 29.999, ["gold"]],
    ["no longer at the moment of its end", [claim("gold", 0, until(30))], 30, []],
    ["for the days of access from the start", [claim("gold", 2, days(30))], 31.999, ["gold"]],
    ["no longer once the days are over", [claim("gold", 2, days(30))], 32, []],
    ["not past the end of ownership", [claim("gold", 0, { ...until(10), ...days(30) })], 10, []],
    ["not past the days of access", [claim("gold", 0, { ...until(60), ...days(30) })], 30, []],
    ["never for an order cancelled at once", [claim("gold", 0, until(0))], 0, []],
    ["for nobody without a claim", [], 0, []],
  ])("%s", (_case, claims, at, expected) => {
    expect(held(claims, at)).toEqual(expected)
  })
})

describe("several claims", () => {
  it.each([
    ["a second plan keeps the shared role", [claim("gold", 0, until(10)), claim("gold", 5)], 20],
    ["whichever plan ends first", [claim("gold", 0), claim("gold", 5, until(10))], 20],
    [
      "a limited access ends beside an unlimited one",
      [claim("gold", 0, days(7)), claim("gold", 1)],
      20,
    ],
  ])("%s", (_case, claims, at) => {
    expect(held(claims, at)).toEqual(["gold"])
  })

  it("each give their own role", () => {
    const claims = [claim("gold", 0), claim("silver", 1), claim("bronze", 0, until(1))]
    expect(held(claims, 2)).toEqual(["gold", "silver"])
  })

  it("a role is held for the reason of the oldest claim that holds", () => {
    const ended = claim("gold", 0, { ...until(5), reason: "order order_old" })
    const second = claim("gold", 1, { reason: "order order_second" })
    const third = claim("gold", 2, { reason: "subscription sub_third" })
    expect(desiredRoles([third, second, ended], day(10)).roles.get("gold")).toBe(
      "order order_second",
    )
  })
})

describe("days of access bought again", () => {
  const twice = () => [claim("gold", 0, days(30)), claim("gold", 10, days(30))]

  it.each([
    ["runs on without a gap where the first ends", 30, ["gold"]],
    ["lasts as long as both together", 59.999, ["gold"]],
    ["ends after both together", 60, []],
  ])("%s", (_case, at, expected) => {
    expect(held(twice(), at)).toEqual(expected)
  })

  it("starts afresh after a pause", () => {
    const claims = [claim("gold", 0, days(30)), claim("gold", 40, days(30))]
    expect([29, 35, 69, 70].map((at) => held(claims, at).length)).toEqual([1, 0, 1, 0])
  })

  it("three at once last three times as long", () => {
    const claims = [1, 2, 3].map(() => claim("gold", 0, days(30)))
    expect(held(claims, 89)).toEqual(["gold"])
    expect(held(claims, 90)).toEqual([])
  })

  it("does not lengthen another role", () => {
    const claims = [claim("gold", 0, days(30)), claim("silver", 10, days(30))]
    expect(held(claims, 39)).toEqual(["silver"])
    expect(held(claims, 40)).toEqual([])
  })

  it("an order cancelled at once lengthens nothing", () => {
    const claims = [claim("gold", 0, { ...until(0), ...days(30) }), claim("gold", 0, days(30))]
    expect(held(claims, 30)).toEqual([])
  })

  it("an order returned half way lengthens only by what it ran", () => {
    const claims = [claim("gold", 0, { ...until(15), ...days(30) }), claim("gold", 10, days(30))]
    expect(held(claims, 44.999)).toEqual(["gold"])
    expect(held(claims, 45)).toEqual([])
  })

  it("a short order in between, returned early, takes nothing from what was bought", () => {
    const [long, last] = [claim("gold", 0, days(365)), claim("gold", 5, days(30))]
    const short = claim("gold", 1, { ...until(10), ...days(30) })
    expect([380, 394.999, 395].map((at) => held([long, last], at).length)).toEqual([1, 1, 0])
    expect([380, 394.999, 395].map((at) => held([long, short, last], at).length)).toEqual([1, 1, 0])
  })

  it("of orders of the same moment the lower id runs first, however they are read", () => {
    const whole = claim("gold", 0, { entitlement_id: "dent_a", ...days(30) })
    const ended = claim("gold", 0, { entitlement_id: "dent_b", ...until(10), ...days(30) })
    for (const claims of [
      [whole, ended],
      [ended, whole],
    ]) {
      expect([29.999, 30].map((at) => held(claims, at).length)).toEqual([1, 0])
    }
    const first = { ...ended, entitlement_id: "dent_0" }
    for (const claims of [
      [whole, first],
      [first, whole],
    ]) {
      expect([39.999, 40].map((at) => held(claims, at).length)).toEqual([1, 0])
    }
  })

  it("is the same in whatever order the claims are read", () => {
    const [first, second] = twice()
    expect(first && second && held([second, first], 59)).toEqual(["gold"])
  })
})

describe("grace", () => {
  it.each([
    ["lasts past the end by time", [claim("gold", 0, { ...until(30), ...grace(48) })], 31.999, 1],
    ["is over after its hours", [claim("gold", 0, { ...until(30), ...grace(48) })], 32, 0],
    ["lasts past the days of access", [claim("gold", 0, { ...days(30), ...grace(24) })], 30.999, 1],
    [
      "of the days of access is over, too",
      [claim("gold", 0, { ...days(30), ...grace(24) })],
      31,
      0,
    ],
    ["is not for what was cancelled", [claim("gold", 0, { ...endedOn(30), ...grace(48) })], 30, 0],
    [
      "is not for what was cancelled to end later",
      [claim("gold", 0, { ...endedOn(30), ...grace(48) })],
      29.999,
      1,
    ],
    [
      "is for days of access that were over before the cancel",
      [claim("gold", 0, { ...endedOn(40), ...days(30), ...grace(24) })],
      30.5,
      1,
    ],
    [
      "is not for days of access that the cancel cut short",
      [claim("gold", 0, { ...endedOn(20), ...days(30), ...grace(24) })],
      20,
      0,
    ],
    ["is not for what never ran", [claim("gold", 5, { ...until(5), ...grace(48) })], 5.5, 0],
  ])("%s", (_case, claims, at, expected) => {
    expect(held(claims, at).length).toBe(expected)
  })

  it("adds nothing to what is bought again: the second follows the first, not its grace", () => {
    const claims = [0, 10].map((from) => claim("gold", from, { ...days(30), ...grace(24) }))
    expect([60.999, 61].map((at) => held(claims, at).length)).toEqual([1, 0])
  })

  it("of one server's role lengthens no other server's", () => {
    const claims = [claim("gold", 0, { ...until(30), ...grace(24) }), claim("silver", 0, until(30))]
    expect(held(claims, 30.5)).toEqual(["gold"])
  })

  it("is looked at again at its end", () => {
    const claims = [claim("gold", 0, { ...until(30), ...grace(48) })]
    expect([10, 31, 32].map((at) => recheck(claims, at))).toEqual([day(32), day(32), null])
  })
})

describe("who is entitled", () => {
  it.each([
    ["whose access runs", [claim("gold", 0)], true],
    ["whose access is to come", [claim("gold", 20)], true],
    ["whose grace runs", [claim("gold", 0, { ...until(10), ...grace(24) })], true],
    ["not whose days are over", [claim("gold", 0, days(5))], false],
    ["not who owns nothing", [], false],
  ])("%s", (_case, claims, expected) => {
    expect(desiredRoles(claims, day(10)).entitled).toBe(expected)
  })
})

describe("when to look again", () => {
  it.each([
    ["never, for what is owned for good", [claim("gold", 0)], 5, null],
    ["never, for what is over", [claim("gold", 0, until(3))], 5, null],
    ["never, without claims", [], 5, null],
    ["at the start of what is to come", [claim("gold", 8)], 5, day(8)],
    ["at the end of what is owned", [claim("gold", 0, until(9))], 5, day(9)],
    ["at the end of the days of access", [claim("gold", 0, days(30))], 5, day(30)],
    [
      "at whichever comes first",
      [claim("gold", 0, until(9)), claim("silver", 0, until(7)), claim("bronze", 8)],
      5,
      day(7),
    ],
  ])("%s", (_case, claims, at, expected) => {
    expect(recheck(claims, at)).toEqual(expected)
  })
})

const anyClaim = fc
  .record({
    role: fc.constantFrom("gold", "silver"),
    start: fc.integer({ min: 0, max: 40 }),
    length: fc.option(fc.integer({ min: 0, max: 40 })),
    access: fc.option(fc.integer({ min: 1, max: 40 })),
    hours: fc.constantFrom(0, 24, 72),
    ended: fc.boolean(),
  })
  .map(({ role, start, length, access, hours, ended }) =>
    claim(role, start, {
      ends_at: length === null ? null : day(start + length),
      access_days: access,
      grace_hours: hours,
      ended_reason: ended && length !== null ? "order_canceled" : null,
    }),
  )
const someClaims = fc.array(anyClaim, { maxLength: 6 })
const aDay = fc.integer({ min: 0, max: 300 })

describe("whatever the claims", () => {
  it("nothing changes before the time to look again", () => {
    fc.assert(
      fc.property(someClaims, aDay, aDay, (claims, now, later) => {
        const { roles, recheck_at } = desiredRoles(claims, day(now))
        fc.pre(later >= now && (recheck_at === null || day(later) < recheck_at))
        expect(held(claims, later).sort()).toEqual([...roles.keys()].sort())
      }),
    )
  })

  it("the time to look again is still to come: the clock never spins", () => {
    fc.assert(
      fc.property(someClaims, aDay, (claims, now) => {
        const at = recheck(claims, now)
        return at === null || at > day(now)
      }),
    )
  })

  it("without days of access a role is held exactly while one of its claims runs", () => {
    fc.assert(
      fc.property(someClaims, aDay, (claims, now) => {
        const plain = claims.map((each) => ({ ...each, access_days: null, grace_hours: 0 }))
        const running = plain.filter(
          (each) =>
            each.starts_at <= day(now) && (each.ends_at === null || day(now) < each.ends_at),
        )
        expect(new Set(held(plain, now))).toEqual(new Set(running.map(({ role_id }) => role_id)))
      }),
    )
  })

  it("buying more never shortens what was bought before, ended early or not", () => {
    fc.assert(
      fc.property(someClaims, someClaims, aDay, (before, more, now) => {
        const after = held([...before, ...more], now)
        return held(before, now).every((role) => after.includes(role))
      }),
      { numRuns: 1_000 },
    )
  })

  it("the order in which claims are read changes nothing", () => {
    const read = someClaims.chain((claims) =>
      fc.tuple(
        fc.constant(claims),
        fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length }),
      ),
    )
    fc.assert(
      fc.property(read, aDay, ([claims, shuffled], now) => {
        const [one, other] = [desiredRoles(claims, day(now)), desiredRoles(shuffled, day(now))]
        expect(other.recheck_at).toEqual(one.recheck_at)
        expect([...other.roles].sort()).toEqual([...one.roles].sort())
      }),
    )
  })
})
