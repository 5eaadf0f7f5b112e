import { type AuditLogEntry, type Guild, type Member, type Role } from "./entities"

/** What has just changed in a guild: who listens is told after it took effect, in the order it did. */
export type GuildChange =
  | { type: "member_add" | "member_update"; member: Member }
  | { type: "member_remove" | "ban_add" | "ban_remove"; user_id: string }
  | { type: "role_create" | "role_update"; role: Role }
  | { type: "role_delete"; role_id: string }
  | { type: "audit_log_entry"; entry: AuditLogEntry }
  /** `guild_outage` and `guild_back`: Discord's own trouble. `guild_delete`: its owner has ended it. */
  | { type: "guild_update" | "guild_outage" | "guild_back" | "guild_delete" }

export type GuildListener = (guild: Guild, change: GuildChange) => void
