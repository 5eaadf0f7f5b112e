import type { RoleSelection } from "./role-selection"

/** Whether a variant gives roles of another server than the one on show: they are not among those to pick from. */
export function hasRolesElsewhere({ server_id, variants }: RoleSelection): boolean {
  return Object.values(variants).some((roles) => roles.some((role) => role.server_id !== server_id))
}
