import { desiredRoles, type RoleClaim } from "../desired-roles.rules"
import { day, claim, until, days, endedOn, held, recheck } from "./desired-roles-cases"

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

describe("several pieces at once", () => {
  const pieces = (n: number, from = 0, over: Partial<RoleClaim> = {}) =>
    claim("gold", from, { ...days(30), quantity: n, ...over })

  it.each([
    ["last as often as long", [pieces(2)], [59.999, 60]],
    ["follow what was bought before", [pieces(1), pieces(2, 10)], [89.999, 90]],
    ["are followed by what is bought later", [pieces(3), pieces(1, 100)], [129.999, 130]],
    ["end with the order", [pieces(2, 0, endedOn(40))], [39.999, 40]],
  ])("%s", (_case, claims, moments) => {
    expect(moments.map((at) => held(claims, at).length)).toEqual([1, 0])
  })

  it("need no end by time where the mapping names none", () => {
    expect(recheck([claim("gold", 0, { quantity: 5 })], 10)).toBeNull()
  })

  it("never end where no date is", () => {
    const many = pieces(1_000_000, 0, { access_days: 36_500, grace_hours: 2_160 })
    expect(recheck([many], 10)?.getUTCFullYear()).toBe(9999)
  })
})
