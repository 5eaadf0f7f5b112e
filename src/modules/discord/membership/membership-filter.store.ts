import type { ErrorOwner, MembershipStatus } from "../statuses.rules"
import { literalLike } from "../db/db"
import { WORKED_ON } from "../server/worked-on.store"
import type { MembershipOrder } from "./membership-order.rules"
import { BANNED, factsOf, type MembershipMove, type MoveFacts } from "./move.rules"

export interface MembershipFilter {
  id?: string[] | undefined
  account_id?: string[] | undefined
  status?: MembershipStatus[] | undefined
  server_id?: string[] | undefined
  error_owner?: ErrorOwner[] | undefined
  /** Whose move it is. */
  move?: MembershipMove[] | undefined
  /** Discord's ids: who holds one of these roles. */
  role_id?: string[] | undefined
  /** Part of a Discord name, or a Discord user's id. */
  q?: string | undefined
}

const NAME = "lower(coalesce(nullif(a.global_name, ''), a.username))"

/** Never seen is the longest time ago; no attempt is none, whichever way round. */
const ORDERS: Record<MembershipOrder, string> = {
  name: NAME,
  "-name": `${NAME} desc`,
  last_seen_at: "m.last_seen_at nulls first",
  "-last_seen_at": "m.last_seen_at desc nulls last",
  next_attempt_at: "m.next_attempt_at nulls last",
  "-next_attempt_at": "m.next_attempt_at desc nulls last",
}

/** The longest waiting first: who has no next attempt waits for a person. */
const LONGEST_WAITING = "m.next_attempt_at nulls first"

/** SQL, of a membership `m` of a server `s`: the facts by which `moveOf` decides. */
export const MOVE_FACTS: Record<keyof MoveFacts, string> = {
  status: "m.status",
  held_back: "(m.status = 'due' and m.next_attempt_at is null)",
  banned: `(m.error_code is not distinct from '${BANNED}')`,
  pending: "(m.pending is true)",
  server: `(case when s.status = 'paused' then 'paused'
                 when ${WORKED_ON} then 'worked_on' else 'left' end)`,
}
const MOVE_KEY = Object.values(MOVE_FACTS)
  .map((fact) => `${fact}::text`)
  .join(" || ' ' || ")

/** The same as `MOVE_KEY` makes of a row. */
function moveKeyOf(facts: MoveFacts): string {
  return Object.keys(MOVE_FACTS)
    .map((name) => String(facts[name as keyof MoveFacts]))
    .join(" ")
}

const CONDITIONS: Record<keyof MembershipFilter, string> = {
  id: "m.id = any(:id)",
  account_id: "m.account_id = any(:account_id)",
  status: "m.status = any(:status)",
  server_id: "m.server_id = any(:server_id)",
  error_owner: "m.error_owner = any(:error_owner)",
  // The statuses first, for most are synced and need no closer look.
  move: `(m.status = any(:move_statuses) and ${MOVE_KEY} = any(:move_keys))`,
  role_id: `exists (select 1 from discord_role_grant g
                     where g.membership_id = m.id and g.role_id = any(:role_id) and g.confirmed
                       and g.origin in ('granted', 'adopted') and g.deleted_at is null)`,
  q: "(a.username ilike :like or a.global_name ilike :like or a.discord_user_id = :q)",
}

/** SQL, of a membership `m` of a server `s` and an account `a`. */
export function whereOf(filter: MembershipFilter): {
  where: string
  bindings: Record<string, string | string[]>
} {
  const { move, ...others } = filter
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  const conditions = given.map(([name]) => CONDITIONS[name as keyof MembershipFilter])
  return {
    where: ["m.deleted_at is null", ...conditions, ...(move ? [CONDITIONS.move] : [])].join(
      " and ",
    ),
    bindings: {
      ...(Object.fromEntries(given) as Record<string, string | string[]>),
      ...(filter.q === undefined ? {} : { like: likeOf(filter.q) }),
      ...(move ? moveBindings(move) : {}),
    },
  }
}

/** SQL: the order a list comes in. Ties have one too, so that no page repeats what another has shown. */
export function orderOf(order: MembershipOrder | undefined): string {
  return `${order === undefined ? LONGEST_WAITING : ORDERS[order]}, m.id`
}

/** A text as it is looked for by `ilike`: anywhere. */
export function likeOf(text: string): string {
  return `%${literalLike(text)}%`
}

function moveBindings(move: readonly MembershipMove[]): Record<string, string[]> {
  const facts = factsOf(move)
  return {
    move_statuses: [...new Set(facts.map(({ status }) => status))],
    move_keys: facts.map(moveKeyOf),
  }
}
