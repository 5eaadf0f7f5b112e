import { type AuditLogEntry } from "../../state/entities"

export function presentAuditLogEntry(entry: AuditLogEntry) {
  const { changes, reason, ...rest } = entry
  return { ...rest, ...(changes.length ? { changes } : {}), ...(reason === null ? {} : { reason }) }
}
