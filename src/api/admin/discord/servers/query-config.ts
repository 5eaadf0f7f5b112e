export const serverFields = [
  "id",
  "guild_id",
  "name",
  "icon",
  "status",
  "pause_reason",
  "takes_back_roles",
  "bot_position",
  "on_access_end",
  "on_role_removed",
  "adopted_roles",
  "grace_hours",
  "created_at",
  "updated_at",
]

export const listServersQueryConfig = {
  defaults: serverFields,
  allowed: serverFields,
  isList: true,
  defaultLimit: 50,
}

export const retrieveServerQueryConfig = {
  defaults: serverFields,
  allowed: serverFields,
  isList: false,
}

const roleFields = ["id", "role_id", "name", "color", "position", "managed", "unassignable_reason"]

export const listRolesQueryConfig = {
  defaults: roleFields,
  allowed: roleFields,
  isList: true,
  // A Discord server has at most 250 roles: one page shows them all.
  defaultLimit: 250,
}
