import type { AdminDiscordEntitlementAccess, AdminDiscordRoleReason } from "../../../types/http"

/** An access, as far as suspending it needs to know. */
export type Suspendable = Pick<
  AdminDiscordEntitlementAccess,
  "id" | "variant" | "suspended_at" | "suspended_reason" | "suspended_note" | "suspended_by"
>

/** The access that a reason for a role speaks of. */
export function accessOf({ entitlement_id, ...reason }: AdminDiscordRoleReason): Suspendable {
  return { ...reason, id: entitlement_id }
}
