import fc from "fast-check"
import { desiredRoles, type RoleClaim } from "../desired-roles.rules"

const DAY_MS = 86_400_000
const DAY_0 = Date.parse("2026-08-01T00:00:00Z")
export const day = (n: number) => new Date(DAY_0 + n * DAY_MS)

let serial = 0
export const claim = (role_id: string, from: number, over: Partial<RoleClaim> = {}): RoleClaim => {
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
    quantity: 1,
    suspended: false,
    ...over,
  }
}
export const until = (n: number) => ({ ends_at: day(n) })
export const days = (n: number) => ({ access_days: n })
export const grace = (hours: number) => ({ grace_hours: hours })
export const endedOn = (n: number) => ({ ends_at: day(n), ended_reason: "order_canceled" })

export const held = (claims: RoleClaim[], at: number) => [
  ...desiredRoles(claims, day(at)).roles.keys(),
]
export const recheck = (claims: RoleClaim[], at: number) => desiredRoles(claims, day(at)).recheck_at

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
export const someClaims = fc.array(anyClaim, { maxLength: 6 })
export const aDay = fc.integer({ min: 0, max: 300 })
