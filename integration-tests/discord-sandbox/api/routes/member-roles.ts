import { PermissionFlagsBits } from "discord-api-types/v10"
import { setRoles } from "../../state/members"
import {
  guildAccess,
  memberInPath,
  requireGivable,
  requirePermission,
  rolesNamed,
} from "../guild-access"
import { type BotRequest, NO_CONTENT, type Route } from "../route"

/**
 * Gives or takes one role. Atomic, and idempotent: giving a role the member has is a 204 too and writes nothing. The
 * member's rank does not matter, only the role's. @see https://discord.com/developers/docs/resources/guild#add-guild-member-role
 */
function change(request: BotRequest, give: boolean) {
  const access = guildAccess(request)
  requirePermission(access, PermissionFlagsBits.ManageRoles)
  const member = memberInPath(request, access.guild)
  const roleId = request.params.role ?? ""
  for (const role of rolesNamed(access.guild, [roleId])) requireGivable(access, role)
  const roles = new Set(member.roles)
  if (give) roles.add(roleId)
  else roles.delete(roleId)
  setRoles(request.sandbox.world, access.guild, member, roles, access.by)
  return NO_CONTENT
}

const path = "/guilds/:guild/members/:user/roles/:role"

/** Giving and taking share ONE bucket. */
export const MEMBER_ROLE_ROUTES: Route[] = [
  { method: "PUT", path, auth: "bot", bucket: "member_role", run: (r) => change(r, true) },
  { method: "DELETE", path, auth: "bot", bucket: "member_role", run: (r) => change(r, false) },
]
