import { rows, type Db } from "../db/db"
import type { PageRequest } from "../membership/membership-rows.store"
import { TAKES } from "./difference.store"

export interface DifferenceRole {
  role_id: string
  name: string
  /** RGB as one integer. */
  color: number
}

/** One member, and what would be done about them. */
export interface DifferenceRow {
  id: string
  membership_id: string
  discord_user_id: string
  username: string
  global_name: string | null
  added: DifferenceRole[]
  removed: DifferenceRole[]
  kicked: boolean
}

/** How many members would be given a role, and how many would lose it. */
export interface RoleDifference extends DifferenceRole {
  added: number
  removed: number
}

/**
 * Whoever only has something written down about them holds what they should. Of a run that asks, what was done already is no part of
 * the question.
 */
const OF_RUN = `d.sync_run_id = :run_id and d.deleted_at is null and (d.added <> '[]' or ${TAKES})
  and (d.applied_at is null or not exists (
    select 1 from discord_sync_run r where r.id = d.sync_run_id and r.status = 'waiting_for_admin'))`

function rolesSql(column: "added" | "removed"): string {
  return `coalesce((
    select json_agg(json_build_object('role_id', each.role_id, 'name', coalesce(r.name, each.role_id),
                                      'color', coalesce(r.color, 0)) order by r.position desc, each.role_id)
      from jsonb_array_elements_text(d.${column}) as each(role_id)
      left join discord_role r on r.role_id = each.role_id and r.deleted_at is null), '[]') as ${column}`
}

export async function pageOfDifferences(
  db: Db,
  runId: string,
  { limit, offset }: PageRequest,
): Promise<DifferenceRow[]> {
  return rows(
    db,
    `select d.id, d.membership_id, a.discord_user_id, a.username, a.global_name,
            ${rolesSql("added")}, ${rolesSql("removed")}, d.kicked
       from discord_difference d
       join discord_membership m on m.id = d.membership_id
       join discord_account a on a.id = m.account_id
      where ${OF_RUN}
      order by d.membership_id limit :limit offset :offset`,
    { run_id: runId, limit, offset },
  )
}

export async function countDifferences(
  db: Db,
  runId: string,
): Promise<{ count: number; kicked: number }> {
  const [counted] = await rows<{ count: number; kicked: number }>(
    db,
    `select count(*)::int as count, count(*) filter (where d.kicked)::int as kicked from discord_difference d
       join discord_membership m on m.id = d.membership_id where ${OF_RUN}`,
    { run_id: runId },
  )
  return counted ?? { count: 0, kicked: 0 }
}

/** Those most members are concerned of first. */
export async function differencesByRole(db: Db, runId: string): Promise<RoleDifference[]> {
  return rows(
    db,
    `select each.role_id, coalesce(r.name, each.role_id) as name, coalesce(r.color, 0) as color,
            count(*) filter (where each.is_added)::int as added,
            count(*) filter (where not each.is_added)::int as removed
       from discord_difference d
      cross join lateral (
        select value as role_id, true as is_added from jsonb_array_elements_text(d.added)
        union all
        select value, false from jsonb_array_elements_text(d.removed)) as each
       left join discord_role r on r.role_id = each.role_id and r.deleted_at is null
      where ${OF_RUN}
      group by each.role_id, r.name, r.color
      order by count(*) desc, name`,
    { run_id: runId },
  )
}
