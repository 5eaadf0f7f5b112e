export const serverFields = [
  "id",
  "guild_id",
  "name",
  "icon",
  "status",
  "pause_reason",
  "takes_back_roles",
  "bot_position",
  "bot_role_id",
  "member_count",
  "read_at",
  "reconciled_at",
  "on_access_end",
  "on_role_removed",
  "adopted_roles",
  "grace_hours",
  "created_at",
  "updated_at",
]

/** What no column holds: worked out from all that is known of a server. */
export const overviewFields = [
  "customer_count",
  "mapped_role_count",
  "parked_count",
  "health",
  "health_reason",
  "health_reason_detail",
  "pause_reason_detail",
] as const

const allFields = [...serverFields, ...overviewFields]

/** What a list of roles to choose from needs; only answered where it is asked for. */
const fieldsOfRoles = ["roles.id", "roles.role_id", "roles.name", "roles.managed", "roles.position"]

export const listServersQueryConfig = {
  defaults: allFields,
  allowed: [...allFields, ...fieldsOfRoles],
  isList: true,
  defaultLimit: 50,
}

export const retrieveServerQueryConfig = {
  defaults: allFields,
  allowed: allFields,
  isList: false,
}

const roleFields = [
  "id",
  "role_id",
  "name",
  "color",
  "position",
  "managed",
  "opens_channels",
  "unassignable_reason",
]

export const listRolesQueryConfig = {
  defaults: roleFields,
  allowed: roleFields,
  isList: true,
  // A Discord server has at most 250 roles: one page shows them all.
  defaultLimit: 250,
}
