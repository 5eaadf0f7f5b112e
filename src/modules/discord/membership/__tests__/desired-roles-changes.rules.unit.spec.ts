import fc from "fast-check"
import { desiredRoles } from "../desired-roles.rules"
import {
  day,
  claim,
  until,
  days,
  grace,
  endedOn,
  held,
  recheck,
  someClaims,
  aDay,
} from "./desired-roles-cases"

describe("what is suspended", () => {
  const onHold = { suspended: true }

  it.each([
    ["gives nothing", [claim("gold", 0, onHold)], 1, []],
    ["has no grace", [claim("gold", 0, { ...until(30), ...grace(48), ...onHold })], 31, []],
    ["leaves what something else gives", [claim("gold", 0, onHold), claim("gold", 5)], 6, ["gold"]],
    [
      "extends nothing that was bought later",
      [claim("gold", 0, { ...days(30), ...onHold }), claim("gold", 10, days(30))],
      40,
      [],
    ],
    [
      "leaves what was bought before as long as it was",
      [claim("gold", 0, days(30)), claim("gold", 10, { ...days(30), ...onHold })],
      29.999,
      ["gold"],
    ],
  ])("%s", (_case, claims, at, expected) => {
    expect(held(claims, at)).toEqual(expected)
  })

  it("needs no look by the clock, and entitles nobody", () => {
    const { entitled, recheck_at } = desiredRoles(
      [claim("gold", 0, { ...days(9), ...onHold })],
      day(1),
    )
    expect([entitled, recheck_at]).toEqual([false, null])
  })

  it("gives, once it is resumed, what is left by the calendar", () => {
    const resumedClaims = [claim("gold", 0, days(30)), claim("gold", 10, days(30))]
    expect([59.999, 60].map((at) => held(resumedClaims, at).length)).toEqual([1, 0])
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
      fc.property(someClaims, someClaims, aDay, (claims, more, now) => {
        // What ends by itself leaves a grace, and what is canceled leaves none: a day more may turn the one into the other.
        const before = claims.map((each) =>
          each.ended_reason ? { ...each, grace_hours: 0 } : each,
        )
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
