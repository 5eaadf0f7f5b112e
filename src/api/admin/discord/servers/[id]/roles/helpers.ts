import { answered } from "../../../../../../messages"
import {
  dangerousPermissions,
  namedPermissions,
} from "../../../../../../modules/discord/server/permissions.rules"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../../../../modules/discord/server/role-assignability.rules"
import type { AdminDiscordRole } from "../../../../../../types/http"

type Derived =
  | "assignable"
  | "reason"
  | "message"
  | "message_detail"
  | "variant_count"
  | "dangerous_permissions"
  | "dangerous_permission_details"

/** A role as it is stored. */
export interface StoredRole extends Omit<AdminDiscordRole, Derived> {
  permissions: string
  unassignable_reason: string | null
}

export interface RoleContext {
  /** Bit field of @everyone, decimal. */
  everyone: string
  /** How many variants give each role, by the stored role's id. */
  mappings: ReadonlyMap<string, number>
}

/** A stored role as the admin sees it: whether the bot can give it, and if not, what to do. */
export function toAdminRole(
  { unassignable_reason, permissions, ...role }: StoredRole,
  { everyone, mappings }: RoleContext,
): AdminDiscordRole {
  const reason = unassignable_reason as UnassignableReason | null
  return {
    ...role,
    variant_count: mappings.get(role.id) ?? 0,
    ...namedPermissions(dangerousPermissions(permissions, everyone)),
    assignable: reason === null,
    reason,
    ...answered("message", reason && describeUnassignable(reason, role.name)),
  }
}
