import { MedusaError } from "@medusajs/framework/utils"
import { say, type Message } from "../../../messages"
import { refused } from "../refused"
import type { ChangeCause } from "./manual-access.rules"
import type { EntitlementSource, SuspensionReason } from "../statuses.rules"

/** Why access gives nothing for now; all null = it is not suspended. */
export interface Suspension {
  suspended_at: Date | null
  suspended_reason: SuspensionReason | null
  /** Why, in the words of who suspended it. */
  suspended_note: string | null
  /** Who: an admin's user id, or the name a developer's code goes by. */
  suspended_by: string | null
}

/** Access that can be suspended: whatever gave it, and whether it stands or not. */
export interface SuspendableAccess extends Suspension {
  id: string
  source: EntitlementSource
  source_id: string
  variant_id: string
  customer_id: string
}

/** Why, and who says so. */
export interface SuspensionOrder {
  reason: SuspensionReason
  note: string | null
  actor_id: string | null
}

const NOT_SUSPENDED: Suspension = {
  suspended_at: null,
  suspended_reason: null,
  suspended_note: null,
  suspended_by: null,
}

/** @throws MedusaError NOT_ALLOWED in words for what is suspended already: its reason stays the one that was given */
export function suspended(
  { id, suspended_at, suspended_reason }: SuspendableAccess,
  { reason, note, actor_id }: SuspensionOrder,
  now: Date,
): Suspension {
  if (suspended_at) {
    const date = suspended_at.toISOString()
    const why = say(`entitlement.${suspended_reason ?? "other"}`)
    throw refused(
      MedusaError.Types.NOT_ALLOWED,
      say("refusal.suspended_already", { id, date, reason: why }),
    )
  }
  return {
    suspended_at: now,
    suspended_reason: reason,
    suspended_note: note,
    suspended_by: actor_id,
  }
}

/** @throws MedusaError NOT_ALLOWED in words for what is not suspended */
export function resumed({ id, suspended_at }: SuspendableAccess): Suspension {
  if (!suspended_at) {
    throw refused(MedusaError.Types.NOT_ALLOWED, say("refusal.not_suspended", { id }))
  }
  return NOT_SUSPENDED
}

/** A suspension as the activity log tells it. Its note is forgotten with the customer. */
export function describeSuspension(
  { id, source_id, variant_id, customer_id }: SuspendableAccess,
  reason: SuspensionReason,
  cause: ChangeCause,
): Message {
  const named = {
    id,
    variant_id,
    customer_id,
    source_id,
    reason: say(`entitlement.${reason}`),
  }
  if (cause === "undone") {
    return say("entitlement.suspension_undone", named)
  }
  return cause.note
    ? say("entitlement.suspension_note", { ...named, note: cause.note })
    : say("entitlement.suspension", named)
}

/** What to know of access that was granted anew while it is suspended: granting is no resuming. */
export function stillSuspended(id: string): Message {
  return say("entitlement.still_suspended", { id })
}
