import { PermissionFlagsBits } from "discord-api-types/v10"
import { kick, setNick, setRoles } from "../../state/members"
import { outranksMember } from "../../state/permissions"
import { refuse } from "../answers/errors"
import { formOf, FormReader } from "../requests/forms"
import {
  guildAccess,
  memberInPath,
  requireGivable,
  requirePermission,
  rolesNamed,
} from "../guild-access"
import { presentMember } from "../answers/present"
import { type BotRequest, NO_CONTENT, ok, type Route } from "../route"

/** No privileged intent needed for a single member. */
function getMember(request: BotRequest) {
  const { guild } = guildAccess(request)
  return ok(presentMember(request.sandbox.world, memberInPath(request, guild)))
}

/**
 * `roles` replaces the whole set. Only what changes is checked: roles above the bot may stay, but taking away a
 * managed role (by leaving it out) is refused. @see https://discord.com/developers/docs/resources/guild#modify-guild-member
 */
function patchMember(request: BotRequest) {
  const { world } = request.sandbox
  const access = guildAccess(request)
  const form = new FormReader(formOf(request.body))
  const roleIds = form.snowflakes("roles")
  const nick = form.string("nick", 32)
  form.check()
  if (roleIds) requirePermission(access, PermissionFlagsBits.ManageRoles)
  if (nick !== undefined) requirePermission(access, PermissionFlagsBits.ManageNicknames)
  const member = memberInPath(request, access.guild)

  if (roleIds) {
    const wanted = new Set(roleIds)
    const added = roleIds.filter((id) => !member.roles.has(id))
    const removed = [...member.roles].filter((id) => !wanted.has(id))
    for (const role of rolesNamed(access.guild, [...added, ...removed]))
      requireGivable(access, role)
    setRoles(world, access.guild, member, wanted, access.by)
  }
  if (nick !== undefined) setNick(world, access.guild, member, nick, access.by)
  return ok(presentMember(world, member))
}

/** A kick: here, unlike for roles, the member's own rank matters. */
function deleteMember(request: BotRequest) {
  const access = guildAccess(request)
  requirePermission(access, PermissionFlagsBits.KickMembers)
  const member = memberInPath(request, access.guild)
  if (!outranksMember(access.guild, access.me, member)) throw refuse.missingPermissions()
  kick(request.sandbox.world, access.guild, member.user_id, access.by)
  return NO_CONTENT
}

const path = "/guilds/:guild/members/:user"

export const MEMBER_ROUTES: Route[] = [
  { method: "GET", path, auth: "bot", bucket: "member_get", run: getMember },
  { method: "PATCH", path, auth: "bot", bucket: "member_patch", run: patchMember },
  { method: "DELETE", path, auth: "bot", bucket: "member_delete", run: deleteMember },
]
