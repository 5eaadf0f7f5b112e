import type { UnassignableReason } from "../domain/role-assignability"
import type { AccessEndAction, ServerStatus, UnreadableReason } from "../domain/statuses"
import { rows, type Db } from "./db"

export interface MappedRoleRow {
  name: string
  permissions: string
  unassignable_reason: UnassignableReason | null
  opens_channels: number | null
}

/** All that tells how a server is, as last read, counted and recorded. */
export interface ServerOverviewRow {
  id: string
  status: ServerStatus
  pause_reason: string | null
  unreadable: UnreadableReason | null
  bot_permissions: string
  on_access_end: AccessEndAction
  everyone_permissions: string
  /** Members of the server that the store knows. */
  customer_count: number
  parked_count: number
  parked_reason: string | null
  /** Highest first. */
  mapped_roles: MappedRoleRow[]
}

/** Any number of servers in one statement. */
export async function readOverviewRows(
  db: Db,
  serverIds: readonly string[],
): Promise<ServerOverviewRow[]> {
  return rows(
    db,
    `select s.id, s.status, s.pause_reason, s.unreadable, s.bot_permissions, s.on_access_end,
            coalesce(everyone.permissions, '0') as everyone_permissions,
            members.customer_count, parked.parked_count, parked.parked_reason, mapped.mapped_roles
       from discord_server s
       left join discord_role everyone
         on everyone.role_id = s.guild_id and everyone.deleted_at is null
       cross join lateral (
         select cast(count(*) as int) as customer_count from discord_membership m
          where m.server_id = s.id and m.in_server and m.deleted_at is null) members
       cross join lateral (
         select cast(count(*) as int) as parked_count,
                mode() within group (order by m.error_message) as parked_reason
           from discord_membership m
          where m.server_id = s.id and m.error_owner in ('admin', 'bug')
            and m.status = 'waiting_for_admin' and m.deleted_at is null) parked
       cross join lateral (
         select coalesce(json_agg(json_build_object(
                  'name', r.name, 'permissions', r.permissions,
                  'unassignable_reason', r.unassignable_reason, 'opens_channels', r.opens_channels)
                order by r.position desc, r.role_id), '[]') as mapped_roles
           from discord_role r
          where r.server_id = s.id and r.deleted_at is null
            and exists (select 1 from discord_role_mapping m
                         where m.role_id = r.id and m.deleted_at is null and m.retired_at is null)) mapped
      where s.id = any(:server_ids) and s.deleted_at is null`,
    { server_ids: serverIds },
  )
}

/** How many variants give each role of a server; roles that none gives are left out. */
export async function countMappings(db: Db, serverId: string): Promise<Map<string, number>> {
  const counted = await rows<{ id: string; count: number }>(
    db,
    `select r.id, cast(count(*) as int) as count
       from discord_role r
       join discord_role_mapping m on m.role_id = r.id and m.deleted_at is null and m.retired_at is null
      where r.server_id = :server_id and r.deleted_at is null
      group by r.id`,
    { server_id: serverId },
  )
  return new Map(counted.map(({ id, count }) => [id, count]))
}
