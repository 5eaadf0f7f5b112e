import type { EntitlementSource, SuspensionReason } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { comparisonsOf, type Moments } from "../db/moments"
import {
  ENTITLEMENT_STATES,
  type EntitlementCounts,
  type EntitlementOrder,
  type EntitlementState,
} from "./entitlement-state.rules"

/** Lists name alternatives; what is left out is not asked for. */
export interface EntitlementFilter {
  id?: string[] | undefined
  customer_id?: string[] | undefined
  variant_id?: string[] | undefined
  source?: EntitlementSource[] | undefined
  source_id?: string[] | undefined
  provider?: string[] | undefined
  suspended_reason?: SuspensionReason[] | undefined
  state?: EntitlementState[] | undefined
  /** Whether it gives its roles now. */
  active?: boolean | undefined
  ends_at?: Moments | undefined
  created_at?: Moments | undefined
}

/** As its index has it, which one stretch of is what has not ended: without an end is endless. */
const END = "coalesce(e.ends_at, 'infinity'::timestamptz)"
const IS_NOT_OVER = `${END} > now()`

/** The same as `stateOf` says of a row. */
const STATES: Record<EntitlementState, string> = {
  active: `(e.suspended_at is null and e.starts_at <= now() and ${IS_NOT_OVER})`,
  upcoming: `(e.suspended_at is null and e.starts_at > now() and ${IS_NOT_OVER})`,
  suspended: `(e.suspended_at is not null and ${IS_NOT_OVER})`,
  ended: `${END} <= now()`,
}

/** The id settles ties, so that no page repeats what another has shown; it follows the index. */
const ORDERS: Record<EntitlementOrder, string> = {
  created_at: "e.created_at, e.id",
  "-created_at": "e.created_at desc, e.id desc",
  starts_at: "e.starts_at, e.id",
  "-starts_at": "e.starts_at desc, e.id desc",
  ends_at: `${END}, e.id`,
  "-ends_at": `${END} desc, e.id desc`,
}

/** The ids that a filter lets through, in one order: all of them when no page is asked for. */
export async function listEntitlementIds(
  db: Db,
  filter: EntitlementFilter,
  { order, ...page }: { order: EntitlementOrder; limit?: number; offset?: number },
): Promise<string[]> {
  const { where, bindings } = whereOf(filter)
  const { limit, offset = 0 } = page
  const found = await rows<{ id: string }>(
    db,
    `select e.id from discord_entitlement e
      where ${[...where, ...standingOf(filter)].join(" and ")}
      order by ${ORDERS[order]}
      ${limit === undefined ? "" : "limit :limit offset :offset"}`,
    { ...bindings, ...(limit === undefined ? {} : { limit, offset }) },
  )
  return found.map(({ id }) => id)
}

/** How many there are of each state, of all that a filter lets through but for what it says of their state. */
export async function countEntitlements(
  db: Db,
  filter: Omit<EntitlementFilter, "state" | "active">,
): Promise<EntitlementCounts> {
  const { where, bindings } = whereOf(filter)
  const counts = ENTITLEMENT_STATES.map(
    (state) => `count(*) filter (where ${STATES[state]})::int as ${state}`,
  )
  const [found] = await rows<EntitlementCounts>(
    db,
    `select count(*)::int as total, ${counts.join(", ")}
       from discord_entitlement e where ${where.join(" and ")}`,
    bindings,
  )
  return found ?? { total: 0, active: 0, upcoming: 0, suspended: 0, ended: 0 }
}

function whereOf({ state: _, active: __, ends_at, created_at, ...lists }: EntitlementFilter): {
  where: string[]
  bindings: Record<string, string[] | Date>
} {
  const given = Object.entries(lists).filter(([, value]) => value !== undefined)
  const ends = comparisonsOf("ends_at", ends_at)
  const creations = comparisonsOf("created_at", created_at)
  return {
    where: [
      "e.deleted_at is null",
      ...given.map(([name]) => `e.${name} = any(:${name})`),
      ...(ends.length > 0 ? ["e.ends_at is not null"] : []),
      ...ends.map(({ sql }) => `${END} ${sql}`),
      ...creations.map(({ sql }) => `e.created_at ${sql}`),
    ],
    bindings: {
      ...(Object.fromEntries(given) as Record<string, string[]>),
      ...Object.fromEntries([...ends, ...creations].map(({ name, moment }) => [name, moment])),
    },
  }
}

function standingOf({ state, active }: EntitlementFilter): string[] {
  return [
    ...(state ? [`(${state.map((each) => STATES[each]).join(" or ")})`] : []),
    ...(active === undefined ? [] : [active ? STATES.active : `not ${STATES.active}`]),
  ]
}
