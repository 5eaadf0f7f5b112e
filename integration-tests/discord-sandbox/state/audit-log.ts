import { type AuditLogEvent } from "discord-api-types/v10"
import { type Actor, type AuditLogChange, type Guild } from "./entities"
import { type World } from "./world"

/** Discord keeps 45 days; the sandbox keeps the newest entries, so that a benchmark does not grow without end. */
const KEPT = 5_000

export function addAuditLogEntry(
  world: World,
  guild: Guild,
  action_type: AuditLogEvent,
  target_id: string | null,
  by: Actor,
  changes: AuditLogChange[] = [],
): void {
  const entry = {
    id: world.ids.next(),
    action_type,
    target_id,
    user_id: by.user_id,
    changes,
    reason: by.reason ?? null,
  }
  guild.audit_log.push(entry)
  if (guild.audit_log.length > KEPT) guild.audit_log.shift()
  world.tell(guild, { type: "audit_log_entry", entry })
}
