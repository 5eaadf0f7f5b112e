import { MedusaError } from "@medusajs/framework/utils"
import { say, type Message } from "../../../messages"
import { refused } from "../refused"

/** Manual access as it is stored. Its own row is its record: nothing else says who was given what. */
export interface ManualAccess {
  id: string
  /** The reference it was given under; its own id when none was named. */
  source_id: string
  variant_id: string
  customer_id: string
  starts_at: Date
  ends_at: Date | null
  ended_reason: string | null
  actor_id: string | null
  note: string | null
}

/** What somebody asks for. A grant is a full statement: no `ends_at` means that it stands until it is ended. */
export interface AccessGrant {
  customer_id: string
  variant_id: string
  starts_at?: Date | undefined
  ends_at?: Date | null | undefined
  note?: string | null | undefined
  actor_id?: string | null | undefined
}

/** A change of the end, the note or both: what is left out stays. */
export interface AccessChange {
  ends_at?: Date | null | undefined
  note?: string | null | undefined
}

/** What access without a reference is known by: its own id, or, where an import gave it, the customer's. */
export const OWN_ID_PREFIX = "dent"
export const IMPORT_PREFIX = "import:"
const RESERVED = [IMPORT_PREFIX, `${OWN_ID_PREFIX}_`]

/** How a reference begins that could be taken for one of the plugin's own; undefined = it could not. */
export function reservedPrefixOf(reference: string): string | undefined {
  return RESERVED.find((prefix) => reference.startsWith(prefix))
}

export const ENDED_BY_HAND = "ended_by_hand"

/**
 * What manual access is after a grant. The same reference and variant again update the one entitlement; one that was over
 * begins anew.
 *
 * @param before what is stored under the reference and variant
 * @throws MedusaError INVALID_DATA in words, for an end that is no end, or a reference that is another customer's
 */
export function granted(
  before: ManualAccess | null,
  grant: AccessGrant,
  now: Date,
): Omit<ManualAccess, "id" | "source_id"> {
  if (before && before.customer_id !== grant.customer_id) {
    const { source_id: reference, variant_id, customer_id } = before
    throw refusal(say("refusal.reference_taken", { reference, variant_id, customer_id }))
  }
  const starts_at = grant.starts_at ?? (before && !isOver(before, now) ? before.starts_at : now)
  const ends_at = grant.ends_at ?? null
  checkEnd(starts_at, ends_at, now)
  return {
    customer_id: grant.customer_id,
    variant_id: grant.variant_id,
    starts_at,
    ends_at,
    ended_reason: null,
    actor_id: grant.actor_id ?? before?.actor_id ?? null,
    note: grant.note ?? before?.note ?? null,
  }
}

/** @throws MedusaError INVALID_DATA for access that is over, which a new grant begins anew, and for an end that is no end */
export function changed(before: ManualAccess, change: AccessChange, now: Date): ManualAccess {
  if (isOver(before, now)) {
    const date = (before.ends_at ?? now).toISOString()
    throw refusal(say("refusal.access_over", { id: before.id, date }))
  }
  const ends_at = change.ends_at === undefined ? before.ends_at : change.ends_at
  if (change.ends_at !== undefined) {
    checkEnd(before.starts_at, ends_at, now)
  }
  return { ...before, ends_at, note: change.note === undefined ? before.note : change.note }
}

/** Ends access now. What was over stays as it ended. */
export function ended(before: ManualAccess, now: Date): ManualAccess {
  return isOver(before, now) ? before : { ...before, ends_at: now, ended_reason: ENDED_BY_HAND }
}

/** Why a change is in the activity log: what somebody wrote of it; `undone`: a step after it failed, so it is as before. */
export type ChangeCause = { note: string | null } | "undone"

/** Manual access as the activity log names it. */
export function describeAccess(
  { id, variant_id, customer_id, ends_at }: ManualAccess,
  cause: ChangeCause,
): Message {
  const named = { id, variant_id, customer_id }
  const until = ends_at && { ...named, date: ends_at.toISOString() }
  if (cause === "undone") {
    return until ? say("entitlement.until_undone", until) : say("entitlement.endless_undone", named)
  }
  const { note } = cause
  if (note) {
    return until
      ? say("entitlement.until_note", { ...until, note })
      : say("entitlement.endless_note", { ...named, note })
  }
  return until ? say("entitlement.until", until) : say("entitlement.endless", named)
}

/** Whether two states of the same access give the same to the same customer. */
export function isSameAccess(before: AccessState, wanted: AccessState): boolean {
  return (
    before.customer_id === wanted.customer_id &&
    before.starts_at.getTime() === wanted.starts_at.getTime() &&
    before.ends_at?.getTime() === wanted.ends_at?.getTime() &&
    before.ended_reason === wanted.ended_reason &&
    before.note === wanted.note
  )
}

type AccessTerm = Pick<ManualAccess, "ends_at" | "ended_reason">

type AccessState = Pick<
  ManualAccess,
  "customer_id" | "starts_at" | "ends_at" | "ended_reason" | "note"
>

/** Whether access has ended, by time or by hand. */
export function isOver({ ends_at, ended_reason }: AccessTerm, now: Date): boolean {
  return ended_reason !== null || (ends_at !== null && ends_at <= now)
}

function checkEnd(starts_at: Date, ends_at: Date | null, now: Date): void {
  if (ends_at && ends_at <= now) {
    throw refusal(say("refusal.end_past", { date: ends_at.toISOString() }))
  }
  if (ends_at && ends_at <= starts_at) {
    throw refusal(
      say("refusal.end_before_start", {
        date: ends_at.toISOString(),
        date_start: starts_at.toISOString(),
      }),
    )
  }
}

function refusal(message: Message): MedusaError {
  return refused(MedusaError.Types.INVALID_DATA, message)
}
