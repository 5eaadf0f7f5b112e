import { PermissionFlagsBits } from "discord-api-types/v10"
import { createRole, deleteRole, editRole, moveRole } from "../../state/roles"
import { outranksRole, permissionsOf } from "../../state/permissions"
import { refuse } from "../answers/errors"
import { type Form, formOf, FormReader } from "../requests/forms"
import { type GuildAccess, guildAccess, requirePermission, roleOf } from "../guild-access"
import { presentRole, presentRoles } from "../answers/present"
import { type BotRequest, NO_CONTENT, ok, type Route } from "../route"

const MAX_ROLES = 250

function listRoles(request: BotRequest) {
  return ok(presentRoles(guildAccess(request).guild))
}

function getRole(request: BotRequest) {
  return ok(presentRole(roleOf(guildAccess(request).guild, request.params.role)))
}

/** How many members hold each role, without @everyone. Needs no intent. */
function countMembers(request: BotRequest) {
  const { guild } = guildAccess(request)
  const counts: Record<string, number> = {}
  for (const id of guild.roles.keys()) if (id !== guild.id) counts[id] = 0
  for (const member of guild.members.values()) {
    for (const id of member.roles) counts[id] = (counts[id] ?? 0) + 1
  }
  return ok(counts)
}

function readRole(body: unknown) {
  const form = new FormReader(formOf(body))
  const edit = {
    name: form.string("name", 100) ?? undefined,
    color: form.integer("color", 0, 0xffffff),
    permissions: form.bits("permissions"),
    hoist: form.boolean("hoist"),
    mentionable: form.boolean("mentionable"),
  }
  form.check()
  return edit
}

/** Nobody can hand out a permission they do not have. */
function requireOwnPermissions({ guild, me }: GuildAccess, wanted: bigint | undefined): void {
  if (wanted !== undefined && wanted & ~permissionsOf(guild, me)) throw refuse.missingPermissions()
}

function postRole(request: BotRequest) {
  const access = guildAccess(request)
  requirePermission(access, PermissionFlagsBits.ManageRoles)
  const input = readRole(request.body)
  requireOwnPermissions(access, input.permissions)
  if (access.guild.roles.size >= MAX_ROLES) throw refuse.tooManyRoles()
  return ok(presentRole(createRole(request.sandbox.world, access.guild, input, access.by)))
}

/** The role in the path, when the bot may edit it. */
function editableRole(request: BotRequest, access: GuildAccess) {
  requirePermission(access, PermissionFlagsBits.ManageRoles)
  const role = roleOf(access.guild, request.params.role)
  if (!outranksRole(access.guild, access.me, role)) throw refuse.missingPermissions()
  return role
}

function patchRole(request: BotRequest) {
  const access = guildAccess(request)
  const role = editableRole(request, access)
  const edit = readRole(request.body)
  requireOwnPermissions(access, edit.permissions)
  editRole(request.sandbox.world, access.guild, role, edit, access.by)
  return ok(presentRole(role))
}

/** Managed roles go with their bot or integration, @everyone never. */
function removeRole(request: BotRequest) {
  const access = guildAccess(request)
  const role = editableRole(request, access)
  if (role.managed || role.id === access.guild.id) throw refuse.invalidRole()
  deleteRole(request.sandbox.world, access.guild, role, access.by)
  return NO_CONTENT
}

/** Body: `[{id, position}]`. @see https://discord.com/developers/docs/resources/guild#modify-guild-role-positions */
function patchPositions(request: BotRequest) {
  const access = guildAccess(request)
  const { guild, me } = access
  requirePermission(access, PermissionFlagsBits.ManageRoles)
  const items: unknown[] = Array.isArray(request.body) ? request.body : []
  for (const item of items) {
    const fields: Form = formOf(item)
    const form = new FormReader(fields)
    const role = roleOf(guild, form.requiredString("id"))
    const position = form.integer("position", 0, MAX_ROLES)
    form.check()
    if (!outranksRole(guild, me, role)) throw refuse.missingPermissions()
    if (position !== undefined) moveRole(request.sandbox.world, guild, role, position)
    if (!outranksRole(guild, me, role)) {
      moveRole(request.sandbox.world, guild, role, 1)
      throw refuse.missingPermissions()
    }
  }
  return ok(presentRoles(guild))
}

export const ROLE_ROUTES: Route[] = [
  { method: "GET", path: "/guilds/:guild/roles", auth: "bot", bucket: "other", run: listRoles },
  { method: "POST", path: "/guilds/:guild/roles", auth: "bot", bucket: "other", run: postRole },
  {
    method: "PATCH",
    path: "/guilds/:guild/roles",
    auth: "bot",
    bucket: "other",
    run: patchPositions,
  },
  {
    method: "GET",
    path: "/guilds/:guild/roles/member-counts",
    auth: "bot",
    bucket: "other",
    run: countMembers,
  },
  { method: "GET", path: "/guilds/:guild/roles/:role", auth: "bot", bucket: "other", run: getRole },
  {
    method: "PATCH",
    path: "/guilds/:guild/roles/:role",
    auth: "bot",
    bucket: "other",
    run: patchRole,
  },
  {
    method: "DELETE",
    path: "/guilds/:guild/roles/:role",
    auth: "bot",
    bucket: "other",
    run: removeRole,
  },
]
