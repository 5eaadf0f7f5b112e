import type { Message } from "../../../messages"
import type { UnassignableReason } from "./role-assignability.rules"
import type { LeftoverRole } from "./server-checks.rules"
import type { AccessEndAction, ServerStatus, UnreadableReason } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { offeredSql } from "../role-mapping/mapping-terms.store"

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
  pause_detail: Message | null
  unreadable: UnreadableReason | null
  bot_permissions: string
  on_access_end: AccessEndAction
  screens_members: boolean
  requires_two_factor: boolean
  pause_code: string | null
  everyone_permissions: string
  /** Whether every role that a bot could give at all ranks above this one. */
  below_every_role: boolean
  /** Members of the server that the store knows. */
  customer_count: number
  parked_count: number
  parked: { words: string; detail: Message | null } | null
  /** Highest first. */
  mapped_roles: MappedRoleRow[]
  /** What tests gave and nobody has taken back, the oldest first. */
  leftover_roles: LeftoverRole[]
}

/** Any number of servers in one statement. */
export async function readOverviewRows(
  db: Db,
  serverIds: readonly string[],
): Promise<ServerOverviewRow[]> {
  return rows(
    db,
    `select s.id, s.status, s.pause_reason, s.pause_detail, s.unreadable, s.bot_permissions, s.on_access_end,
            s.screens_members, s.requires_two_factor, s.pause_code,
            coalesce(everyone.permissions, '0') as everyone_permissions,
            coalesce(givable.above_bot, false) as below_every_role,
            members.customer_count, parked.parked_count, parked.parked, mapped.mapped_roles,
            tests.leftover_roles
       from discord_server s
       left join discord_role everyone
         on everyone.role_id = s.guild_id and everyone.deleted_at is null
       cross join lateral (
         select bool_and(r.unassignable_reason is not distinct from 'above_bot') as above_bot
           from discord_role r
          where r.server_id = s.id and r.deleted_at is null
            and (r.unassignable_reason is null or r.unassignable_reason = 'above_bot')) givable
       cross join lateral (
         select cast(count(*) as int) as customer_count from discord_membership m
          where m.server_id = s.id and m.in_server and m.deleted_at is null) members
       cross join lateral (
         select cast(count(*) as int) as parked_count,
                mode() within group (order by jsonb_build_object(
                  'words', m.error_message, 'detail', m.error_detail))
                  filter (where m.error_message is not null) as parked
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
                         where m.role_id = r.id and ${offeredSql("m")})) mapped
       cross join lateral (
         select coalesce(json_agg(json_build_object(
                  'role_name', t.role_name, 'discord_user_id', t.discord_user_id)
                order by t.created_at, t.id), '[]') as leftover_roles
           from discord_role_test t
          where t.server_id = s.id and t.deleted_at is null
            -- A test that runs is no news.
            and (t.attempts > 0 or t.settles_at <= now())) tests
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
       join discord_role_mapping m on m.role_id = r.id and ${offeredSql("m")}
      where r.server_id = :server_id and r.deleted_at is null
      group by r.id`,
    { server_id: serverId },
  )
  return new Map(counted.map(({ id, count }) => [id, count]))
}
