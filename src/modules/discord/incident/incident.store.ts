import type { NoticeKind } from "../domain/incident-notice"
import { newIdSql, rows, type Db } from "./db"

const NO_WORDS = "Roles wait for the admin."

/** Every server that needs the admin now, and why. A member who is being tried again still waits for the admin. */
const AILING = `
  select s.id as server_id,
         coalesce(s.pause_reason, parked.reason, '${NO_WORDS}') as reason
    from discord_server s
    cross join lateral (
      select cast(count(*) as int) as members,
             mode() within group (order by m.error_message) as reason
        from discord_membership m
       where m.server_id = s.id and m.error_owner in ('admin', 'bug')
         and m.status = 'waiting_for_admin' and m.deleted_at is null) parked
   where s.deleted_at is null
     and (s.status = 'paused' or (s.status = 'connected' and parked.members > 0))`

/** Begins an incident for a server, unless one is open. */
export async function openIncident(db: Db, serverId: string, reason: string): Promise<void> {
  await rows(
    db,
    `insert into discord_incident (id, server_id, reason)
     values (${newIdSql("dinc")}, :server_id, :reason)
     on conflict (server_id) where closed_at is null and deleted_at is null do nothing`,
    { server_id: serverId, reason },
  )
}

/**
 * Begins an incident for every server that needs the admin, and ends those that are over. A server that was disconnected
 * has none any more, and nothing works there again: that is not told.
 */
export async function reviewIncidents(db: Db): Promise<void> {
  await rows(
    db,
    `insert into discord_incident (id, server_id, reason)
     select ${newIdSql("dinc")}, server_id, reason from (${AILING}) ailing
     on conflict (server_id) where closed_at is null and deleted_at is null do nothing`,
  )
  await rows(
    db,
    `update discord_incident i
        set closed_at = now(), updated_at = now(),
            opening_told_at = case when s.status = 'connected' then i.opening_told_at else now() end,
            closing_told_at = case when s.status = 'connected' then null else now() end
       from discord_server s
      where s.id = i.server_id and i.closed_at is null and i.deleted_at is null
        and s.status <> 'paused'
        and (s.status = 'disconnected' or not exists (
          select 1 from discord_membership m
           where m.server_id = s.id and m.error_owner in ('admin', 'bug')
             and m.deleted_at is null))
        -- Without an answer of Discord's nobody knows yet whether it was mended.
        and not exists (
          select 1 from discord_membership m
           where m.server_id = s.id and m.status = 'retrying' and m.deleted_at is null)`,
  )
}

export interface UntoldNotice {
  incident_id: string
  server_id: string
  server_name: string
  kind: NoticeKind
  reason: string
}

/** What the dashboard has not been told yet, in the order in which it happened. */
export async function untoldNotices(db: Db): Promise<UntoldNotice[]> {
  return rows(
    db,
    `select i.id as incident_id, i.server_id, s.name as server_name, i.reason, told.kind
       from discord_incident i
       join discord_server s on s.id = i.server_id
       cross join lateral (values
         ('opened', i.created_at, i.opening_told_at is null),
         ('closed', i.closed_at, i.closed_at is not null and i.closing_told_at is null)
       ) as told(kind, at, is_untold)
      where i.closing_told_at is null and told.is_untold and i.deleted_at is null
      order by told.at`,
  )
}

const TOLD: Record<NoticeKind, string> = {
  opened: "opening_told_at",
  closed: "closing_told_at",
}

/** Remembers that the dashboard was told. */
export async function markTold(db: Db, incidentId: string, kind: NoticeKind): Promise<void> {
  await rows(
    db,
    `update discord_incident set ${TOLD[kind]} = now(), updated_at = now() where id = :id`,
    { id: incidentId },
  )
}
