import { columnsOf, say, stored, type Message } from "../../../messages"
import type { NoticeKind } from "./incident-notice.rules"
import { newIdSql, rows, type Db } from "../db/db"

/** Nobody said why. */
const UNNAMED = say("server.unnamed")

/** Every server that needs the admin now, and why. A member who is being tried again still waits for the admin. */
const AILING = `
  select s.id as server_id,
         coalesce(
           case when s.pause_reason is not null
             then jsonb_build_object('words', s.pause_reason, 'detail', s.pause_detail) end,
           parked.reason) as reason
    from discord_server s
    cross join lateral (
      select cast(count(*) as int) as members,
             mode() within group (order by jsonb_build_object(
               'words', m.error_message, 'detail', m.error_detail))
               filter (where m.error_message is not null) as reason
        from discord_membership m
       where m.server_id = s.id and m.error_owner in ('admin', 'bug')
         and m.status = 'waiting_for_admin' and m.deleted_at is null) parked
   where s.deleted_at is null
     and (s.status = 'paused' or (s.status = 'connected' and parked.members > 0))`

/** Begins an incident for a server, unless one is open. */
export async function openIncident(db: Db, serverId: string, reason: Message): Promise<void> {
  await rows(
    db,
    `insert into discord_incident (id, server_id, reason, reason_detail)
     values (${newIdSql("dinc")}, :server_id, :words, cast(:detail as jsonb))
     on conflict (server_id) where closed_at is null and deleted_at is null do nothing`,
    { server_id: serverId, ...columnsOf(reason) },
  )
}

/**
 * Begins an incident for every server that needs the admin, and ends those that are over. A server that was disconnected
 * has none any more, and nothing works there again: no notice says so.
 */
export async function reviewIncidents(db: Db): Promise<void> {
  await rows(
    db,
    `insert into discord_incident (id, server_id, reason, reason_detail)
     select ${newIdSql("dinc")}, server_id, coalesce(reason ->> 'words', :words),
            case when reason is null then cast(:detail as jsonb)
                 else nullif(reason -> 'detail', 'null') end
       from (${AILING}) ailing
     on conflict (server_id) where closed_at is null and deleted_at is null do nothing`,
    columnsOf(UNNAMED),
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

export interface PendingNotice {
  incident_id: string
  server_id: string
  server_name: string
  kind: NoticeKind
  reason: Message
}

/** What the dashboard was not notified of yet, in the order in which it happened. */
export async function pendingNotices(db: Db): Promise<PendingNotice[]> {
  const pending = await rows<PendingRow>(
    db,
    `select i.id as incident_id, i.server_id, s.name as server_name, i.reason, i.reason_detail, notice.kind
       from discord_incident i
       join discord_server s on s.id = i.server_id
       cross join lateral (values
         ('opened', i.created_at, i.opening_told_at is null),
         ('closed', i.closed_at, i.closed_at is not null and i.closing_told_at is null)
       ) as notice(kind, at, is_pending)
      where i.closing_told_at is null and notice.is_pending and i.deleted_at is null
      order by notice.at`,
  )
  return pending.map(({ reason_detail, ...row }) => ({
    ...row,
    reason: stored(row.reason, reason_detail),
  }))
}

type PendingRow = Omit<PendingNotice, "reason"> & { reason: string; reason_detail: Message | null }

const NOTIFIED_AT: Record<NoticeKind, string> = {
  opened: "opening_told_at",
  closed: "closing_told_at",
}

/** Remembers that the dashboard was notified. */
export async function markNotified(db: Db, incidentId: string, kind: NoticeKind): Promise<void> {
  await rows(
    db,
    `update discord_incident set ${NOTIFIED_AT[kind]} = now(), updated_at = now() where id = :id`,
    { id: incidentId },
  )
}
