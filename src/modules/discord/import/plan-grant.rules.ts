import { say, type Message } from "../../../messages"
import {
  granted,
  IMPORT_PREFIX,
  isOver,
  isSameAccess,
  type AccessGrant,
  type ManualAccess,
} from "../entitlement/manual-access.rules"
import { refusalOf } from "../refused"
import { boughtAt } from "../role-mapping/no-role.rules"
import type { EarlierRows } from "./earlier-rows.rules"
import type { FoundCustomer, FoundVariant } from "./import-match.rules"
import type { RowRequest } from "./import-row.rules"

export interface PlannedGrant extends AccessGrant {
  reference: string
  /** False = access under this reference changes. */
  isNew: boolean
}

interface GrantPlan {
  /** What rows may ask for once: the reference and the variant; null when the row asks for no access. */
  key: string | null
  /** Null = nothing is to be done. */
  plan: PlannedGrant | null
  problem: Message | null
  /** Whether the access gives nothing for now, whatever is imported. */
  suspended: boolean
  /** When it counts as bought. */
  bought: Date
}

interface AskedAccess {
  request: RowRequest
  customer: FoundCustomer
  variant: FoundVariant | null
}

/** Access by hand as it is stored. */
export type KnownAccess = ManualAccess & { suspended_at: Date | null; created_at: Date }

/**
 * What a row's access is known by, so that the same again updates it: its reference, or else the customer. One customer has one
 * access to a variant by imports without references.
 */
export function referenceOf(
  { reference }: Pick<RowRequest, "reference">,
  { id }: Pick<FoundCustomer, "id">,
): string {
  return reference ?? `${IMPORT_PREFIX}${id}`
}

/** What a grant of the row would do to what is stored, by the rule that a grant itself follows. */
export function planGrant(
  { request, customer, variant }: AskedAccess,
  known: readonly KnownAccess[],
  earlier: EarlierRows,
  now: Date,
): GrantPlan {
  const nothing = { key: null, plan: null, problem: null, suspended: false, bought: now }
  if (!variant) {
    return nothing
  }
  const reference = referenceOf(request, customer)
  const key = JSON.stringify([reference, variant.id])
  const twice = earlier.access.get(key)
  if (twice !== undefined) {
    return { ...nothing, problem: say("import.access_twice", { row: twice }) }
  }
  const before =
    known.find((each) => each.source_id === reference && each.variant_id === variant.id) ?? null
  const grant: AccessGrant = {
    customer_id: customer.id,
    variant_id: variant.id,
    starts_at: request.starts_at ?? undefined,
    ends_at: request.ends_at,
    note: request.note,
  }
  try {
    const after = granted(before, grant, now)
    const plan =
      before && isSameAccess(before, after)
        ? null
        : { ...grant, reference, isNew: !before || isOver(before, now) }
    const bought = boughtAt(after.starts_at, before?.created_at ?? now)
    return { key, plan, problem: null, suspended: Boolean(before?.suspended_at), bought }
  } catch (error) {
    const problem = refusalOf(error)
    if (!problem) {
      throw error
    }
    return { ...nothing, problem: { code: problem.code, params: problem.params } }
  }
}
