import { AuditLogEvent, InviteType, PermissionFlagsBits } from "discord-api-types/v10"
import { addAuditLogEntry } from "../../state/audit-log"
import { type Guild, type Invite } from "../../state/entities"
import { isAlive } from "../../state/invites"
import { secret } from "../../state/token-vault"
import { type World } from "../../state/world"
import { refuse } from "../answers/errors"
import { formOf, FormReader } from "../requests/forms"
import { accessTo, guildAccess, requirePermission } from "../guild-access"
import { presentUser } from "../answers/present"
import { presentGuild } from "../answers/present-guild"
import { type ApiRequest, type BotRequest, ok, type Route } from "../route"

const DAY = 86_400

function presentInvite(world: World, guild: Guild, invite: Invite) {
  const full = presentGuild(guild)
  const channel = guild.channels.get(invite.channel_id)
  const expires = new Date(invite.created_at + invite.max_age * 1000).toISOString()
  return {
    type: InviteType.Guild,
    code: invite.code,
    guild_id: guild.id,
    guild: {
      id: guild.id,
      name: guild.name,
      splash: null,
      banner: null,
      description: null,
      icon: guild.icon,
      features: full.features,
      verification_level: full.verification_level,
      vanity_url_code: null,
      nsfw_level: full.nsfw_level,
      nsfw: false,
      premium_subscription_count: 0,
    },
    channel: { id: invite.channel_id, type: channel?.type ?? 0, name: channel?.name ?? null },
    inviter: presentUser(world.user(invite.inviter_id)),
    expires_at: invite.max_age === 0 ? null : expires,
  }
}

/** What only those who manage invites see. */
function presentMetadata(invite: Invite) {
  const { uses, max_uses, max_age, temporary } = invite
  return {
    uses,
    max_uses,
    max_age,
    temporary,
    created_at: new Date(invite.created_at).toISOString(),
  }
}

/** @see https://discord.com/developers/docs/resources/channel#create-channel-invite */
function createInvite(request: BotRequest) {
  const { world, now } = request.sandbox
  const channel = world.channels.get(request.params.channel ?? "")
  if (!channel?.guild_id) throw refuse.unknownChannel()
  const access = accessTo(request, world.guild(channel.guild_id))
  const { guild, by } = access
  requirePermission(access, PermissionFlagsBits.CreateInstantInvite)
  const form = new FormReader(formOf(request.body))
  const max_age = form.integer("max_age", 0, 7 * DAY) ?? DAY
  const max_uses = form.integer("max_uses", 0, 100) ?? 0
  const temporary = form.boolean("temporary") ?? false
  form.check()
  const invite: Invite = {
    code: secret(6),
    guild_id: guild.id,
    channel_id: channel.id,
    inviter_id: request.bot.id,
    created_at: now(),
    max_age,
    max_uses,
    uses: 0,
    temporary,
  }
  world.invites.set(invite.code, invite)
  addAuditLogEntry(world, guild, AuditLogEvent.InviteCreate, null, by, [
    { key: "code", new_value: invite.code },
  ])
  return ok({ ...presentInvite(world, guild, invite), ...presentMetadata(invite) })
}

function getInvite({ sandbox: { world, now }, params, query }: ApiRequest) {
  const invite = world.invites.get(params.code ?? "")
  if (!invite || !isAlive(invite, now())) throw refuse.unknownInvite()
  const guild = world.guild(invite.guild_id)
  const counts =
    query.get("with_counts") === "true"
      ? { approximate_member_count: guild.members.size, approximate_presence_count: 0 }
      : {}
  return ok({ ...presentInvite(world, guild, invite), ...counts })
}

function listInvites(request: BotRequest) {
  const { world, now } = request.sandbox
  const access = guildAccess(request)
  requirePermission(access, PermissionFlagsBits.ManageGuild)
  const invites = [...world.invites.values()].filter(
    (invite) => invite.guild_id === access.guild.id && isAlive(invite, now()),
  )
  return ok(
    invites.map((i) => ({ ...presentInvite(world, access.guild, i), ...presentMetadata(i) })),
  )
}

export const INVITE_ROUTES: Route[] = [
  {
    method: "POST",
    path: "/channels/:channel/invites",
    auth: "bot",
    bucket: "other",
    run: createInvite,
  },
  { method: "GET", path: "/invites/:code", auth: "none", bucket: "other", run: getInvite },
  { method: "GET", path: "/guilds/:guild/invites", auth: "bot", bucket: "other", run: listInvites },
]
