const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** The year 9999: a thousand pieces of a long access must not end where no date is. */
const LAST_MS = Date.UTC(9999, 11, 31)

/** One reason for a role: an entitlement whose variant is mapped to it. */
export interface RoleClaim {
  role_id: string
  entitlement_id: string
  /** What the entitlement stands on, e.g. `order order_01…`. */
  reason: string
  starts_at: Date
  ends_at: Date | null
  /** Days of access the mapping gives from the start for each piece; null = as long as owned. */
  access_days: number | null
  /** Pieces that are owned. */
  quantity: number
  /** Why somebody ended it, at `ends_at`; null = time alone does. */
  ended_reason: string | null
  /** Whether it gives nothing for now: it counts as if it had never been, until it is resumed. */
  suspended: boolean
  /** Hours that the server leaves a role after its time has run out. */
  grace_hours: number
}

export interface DesiredRoles {
  /** Role id -> why: the reason of the first claim that holds. */
  roles: Map<string, string>
  /** When time alone will next change the answer; null = never. */
  recheck_at: Date | null
  /** Whether any claim holds, or will. */
  entitled: boolean
}

/**
 * The roles a member should hold at a moment. A role stays while any claim needs it; claims with an access length on one
 * role follow one another, so buying again extends, and two pieces at once last twice as long. Where time ran out, the server's
 * grace follows; where somebody ended it (a cancel, a return, an admin), it ends then and there. What is suspended gives and
 * extends nothing; its time runs on meanwhile.
 */
export function desiredRoles(claims: readonly RoleClaim[], now: Date): DesiredRoles {
  const roles = new Map<string, string>()
  let recheck: number | null = null
  let entitled = false
  const soonest = (at: number) => {
    recheck = recheck === null ? at : Math.min(recheck, at)
  }
  const counted = claims.filter((claim) => !claim.suspended)
  for (const { claim, start, end } of periods(counted).map(withGrace)) {
    if (end !== null && end <= now.getTime()) {
      continue
    }
    entitled = true
    if (start > now.getTime()) {
      soonest(start)
    } else {
      if (!roles.has(claim.role_id)) {
        roles.set(claim.role_id, claim.reason)
      }
      if (end !== null) {
        soonest(end)
      }
    }
  }
  return { roles, recheck_at: recheck === null ? null : new Date(recheck), entitled }
}

/**
 * Until when each role is had without a gap, by what is known now: the latest end among what gives it, each with the server's
 * grace. What ends later and begins only after a gap does not count.
 *
 * @returns role id -> its end; null = no end is known. Roles that nothing gives now are left out
 */
export function endsOfRoles(claims: readonly RoleClaim[], now: Date): Map<string, Date | null> {
  const until = new Map<string, number>()
  const counted = periods(claims.filter((claim) => !claim.suspended)).map(withGrace)
  for (const { claim, start, end } of counted.sort((a, b) => a.start - b.start)) {
    const had = until.get(claim.role_id) ?? now.getTime()
    const ends = end ?? Infinity
    if (start <= had && ends > had) {
      until.set(claim.role_id, ends)
    }
  }
  return new Map(
    [...until].map(([role_id, ends]) => [role_id, ends === Infinity ? null : new Date(ends)]),
  )
}

interface Period {
  claim: RoleClaim
  /** Unix ms. */
  start: number
  end: number | null
}

/** Grace is for running out of time: what never ran, or was ended by somebody, gets none. */
function withGrace(period: Period): Period {
  const { claim, start, end } = period
  const isTimesDoing =
    end !== null && end > start && (claim.ended_reason === null || end !== claim.ends_at?.getTime())
  return isTimesDoing
    ? { ...period, end: Math.min(end + claim.grace_hours * HOUR_MS, LAST_MS) }
    : period
}

function periods(claims: readonly RoleClaim[]): Period[] {
  const paidUntil = new Map<string, number>()
  return [...claims].sort(inOrder).map((claim) => {
    const owned = claim.ends_at?.getTime() ?? null
    const start = claim.starts_at.getTime()
    // A claim that never ran (an order cancelled at once) extends nothing.
    if (claim.access_days === null || (owned !== null && owned <= start)) {
      return { claim, start, end: owned }
    }
    const from = Math.max(start, paidUntil.get(claim.role_id) ?? start)
    const paid = Math.min(from + claim.access_days * claim.quantity * DAY_MS, LAST_MS)
    const end = minOf(paid, owned)
    paidUntil.set(claim.role_id, Math.max(end, paidUntil.get(claim.role_id) ?? end))
    return { claim, start, end }
  })
}

/** Purchases of the same moment need an order too, or their ends would depend on how they were read. */
function inOrder(a: RoleClaim, b: RoleClaim): number {
  return (
    a.starts_at.getTime() - b.starts_at.getTime() || (a.entitlement_id < b.entitlement_id ? -1 : 1)
  )
}

function minOf(end: number, other: number | null): number {
  return other === null ? end : Math.min(end, other)
}
