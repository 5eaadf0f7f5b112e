import { PermissionFlagsBits } from "discord-api-types/v10"
import { compareSnowflakes } from "../../state/snowflake"
import { FormReader } from "../requests/forms"
import { guildAccess, requirePermission } from "../guild-access"
import { presentUser } from "../answers/present"
import { presentGuildChannel } from "../answers/present-channel"
import { presentAuditLogEntry } from "../answers/present-audit-log"
import { presentGuild } from "../answers/present-guild"
import { type BotRequest, ok, type Route } from "../route"

function getGuild(request: BotRequest) {
  const { guild } = guildAccess(request)
  const counts =
    request.query.get("with_counts") === "true"
      ? { approximate_member_count: guild.members.size, approximate_presence_count: 0 }
      : {}
  return ok({ ...presentGuild(guild), ...counts })
}

function listChannels(request: BotRequest) {
  const { guild } = guildAccess(request)
  return ok([...guild.channels.values()].map(presentGuildChannel))
}

/** Newest first. @see https://discord.com/developers/docs/resources/audit-log#get-guild-audit-log */
function listAuditLog(request: BotRequest) {
  const access = guildAccess(request)
  requirePermission(access, PermissionFlagsBits.ViewAuditLog)
  const { query, sandbox } = request
  const form = new FormReader(Object.fromEntries(query))
  const limit = form.integer("limit", 1, 100) ?? 50
  const type = form.integer("action_type", 1, 1000)
  form.check()
  const [user, before, after] = [query.get("user_id"), query.get("before"), query.get("after")]
  const entries = access.guild.audit_log.filter(
    (entry) =>
      (type === undefined || Number(entry.action_type) === type) &&
      (user === null || entry.user_id === user) &&
      (before === null || compareSnowflakes(entry.id, before) < 0) &&
      (after === null || compareSnowflakes(entry.id, after) > 0),
  )
  const page = entries.reverse().slice(0, limit)
  const userIds = new Set(page.flatMap((entry) => [entry.user_id, entry.target_id ?? ""]))
  return ok({
    audit_log_entries: page.map(presentAuditLogEntry),
    users: [...userIds].flatMap((id) => sandbox.world.users.get(id) ?? []).map(presentUser),
    application_commands: [],
    auto_moderation_rules: [],
    guild_scheduled_events: [],
    integrations: [],
    threads: [],
    webhooks: [],
  })
}

export const GUILD_ROUTES: Route[] = [
  { method: "GET", path: "/guilds/:guild", auth: "bot", bucket: "other", run: getGuild },
  {
    method: "GET",
    path: "/guilds/:guild/channels",
    auth: "bot",
    bucket: "other",
    run: listChannels,
  },
  {
    method: "GET",
    path: "/guilds/:guild/audit-logs",
    auth: "bot",
    bucket: "other",
    run: listAuditLog,
  },
]
