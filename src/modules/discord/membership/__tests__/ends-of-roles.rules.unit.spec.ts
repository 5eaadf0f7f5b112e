import fc from "fast-check"
import { desiredRoles, endsOfRoles, type RoleClaim } from "../desired-roles.rules"
import { aDay, claim, day, days, endedOn, grace, someClaims, until } from "./desired-roles-cases"

const SUSPENDED = { suspended: true }

describe("until when a role is had", () => {
  it.each<[what: string, claims: RoleClaim[], end: number | null | undefined]>([
    ["no end that is known", [claim("gold", 0)], null],
    ["what gives it ends", [claim("gold", 0, until(30))], 30],
    ["its days are over", [claim("gold", 0, days(20))], 20],
    [
      "the days of both that were bought",
      [claim("gold", 0, days(20)), claim("gold", 5, days(20))],
      40,
    ],
    ["the later of two ends", [claim("gold", 0, until(30)), claim("gold", 0, until(20))], 30],
    ["no end where one has none", [claim("gold", 0, until(30)), claim("gold", 1)], null],
    [
      "the end of what follows at once",
      [claim("gold", 0, until(30)), claim("gold", 30, until(50))],
      50,
    ],
    [
      "the gap before what follows later",
      [claim("gold", 0, until(30)), claim("gold", 31, until(50))],
      30,
    ],
    ["the server's grace is over", [claim("gold", 0, { ...until(30), ...grace(48) })], 32],
    ["it was ended, without grace", [claim("gold", 0, { ...endedOn(30), ...grace(48) })], 30],
    ["never, when it is suspended", [claim("gold", 0, SUSPENDED)], undefined],
    ["never, when it is over", [claim("gold", 0, until(5))], undefined],
    ["never, when it is still to come", [claim("gold", 20)], undefined],
  ])("is: %s", (_what, claims, end) => {
    const ends = endsOfRoles(claims, day(10)).get("gold")
    expect(ends).toEqual(typeof end === "number" ? day(end) : end)
  })

  it("is told of the roles that are had, and up to the moment at which they are not", () => {
    fc.assert(
      fc.property(someClaims, aDay, (claims, at) => {
        const ends = endsOfRoles(claims, day(at))
        const heldAt = (moment: number) => [...desiredRoles(claims, new Date(moment)).roles.keys()]
        expect([...ends.keys()].sort()).toEqual(heldAt(day(at).getTime()).sort())
        for (const [role, end] of ends) {
          const last = end?.getTime() ?? day(100_000).getTime()
          expect(heldAt(last - 1)).toContain(role)
          expect(end !== null && heldAt(last).includes(role)).toBe(false)
        }
      }),
    )
  })
})
