import { MedusaError } from "@medusajs/framework/utils"
import { say, sayAll } from "../../../messages"
import { refused } from "../refused"
import { distinct, touchedBy, type MappingTerms, type Touched } from "./mapping-touch.rules"

/** Whom an edit of mappings is for: all who own the variants, or only those who buy from now on. */
export const APPLY_TO = ["everyone", "new_buyers"] as const
export type ApplyTo = (typeof APPLY_TO)[number]

/** A mapping as it is, or is to be, stored. */
export interface Mapping extends MappingTerms {
  product_id: string
}

export interface StoredMapping extends Mapping {
  id: string
}

/** "This variant is to give this role." */
export interface NewMapping {
  variant_id: string
  product_id: string
  /** Id of the stored role, not Discord's. */
  role_id: string
  access_days: number | null
  /** Since when; null = to everyone; left out = as `apply_to` has it. */
  offered_from?: Moment | null | undefined
}

/** What a workflow's step returned has been through JSON before the next one sees it. */
type Moment = Date | string

/** What those keep who bought while it was offered. */
export interface KeptMapping extends NewMapping {
  offered_until: Moment
}

export interface EditTerms {
  apply_to?: ApplyTo | undefined
  /** By variant, what its earlier buyers keep; a variant that is left out has that as it is. */
  kept?: { variant_id: string; mappings: KeptMapping[] }[] | undefined
}

export interface MappingEdit extends EditTerms {
  mappings: readonly NewMapping[]
}

export interface MappingPlan {
  /** Ids of rows that go; of those that change, too. */
  remove: string[]
  /** Rows that come; one that changes comes with the id it had. */
  insert: (Mapping & { id?: string })[]
  /** Variants that are to give something else, be it to nobody yet, and the stored roles. */
  variant_ids: string[]
  role_ids: string[]
  /** Who is given or loses something by it, of those who have bought already. */
  touched: Touched
  /** All that the variants give afterwards. */
  after: Mapping[]
}

/**
 * What a save writes. No two mappings of a variant and a role are ever of the same time, so that each purchase counts for one
 * of them.
 *
 * @param before all mappings of the variants, those that are offered no more as well
 * @param now later than anything that is stored of purchases
 * @throws MedusaError INVALID_DATA for times that overlap, end before they begin, or are to come, and for an edit for new buyers
 * alone that would give earlier ones something else
 */
export function planMappings(
  before: readonly StoredMapping[],
  edit: MappingEdit,
  now: Date,
): MappingPlan {
  const keptOf = new Map(edit.kept?.map(({ variant_id, mappings }) => [variant_id, mappings]))
  const pairs = new Map<string, Pair>()
  const pairOf = ({ variant_id, role_id }: Pick<Mapping, "variant_id" | "role_id">) => {
    const key = `${variant_id} ${role_id}`
    const kept = keptOf.get(variant_id)?.filter((mapping) => mapping.role_id === role_id)
    const pair = pairs.get(key) ?? { kept: kept?.map(asMapping), stored: [] }
    pairs.set(key, pair)
    return pair
  }
  before.forEach((mapping) => pairOf(mapping).stored.push(mapping))
  edit.mappings.forEach((mapping) => (pairOf(mapping).wanted = mapping))
  edit.kept?.forEach(({ mappings }) => mappings.forEach(pairOf))
  const after = [...pairs.values()].flatMap((pair) =>
    inOrder(planPair(pair, edit.apply_to ?? "everyone", now), now),
  )
  const touched = touchedBy(before, after, now)
  if (edit.apply_to === "new_buyers") {
    refuseEarlierBuyers(edit, touched)
  }
  return { ...writesOf(before, after), touched, after }
}

/** Only what is said of times can touch them: without it, an edit for new buyers begins now. */
function refuseEarlierBuyers({ mappings, kept }: MappingEdit, { variant_ids }: Touched): void {
  const problems = variant_ids.map((variant_id) => {
    const fields = [
      ...(mappings.some((each) => each.variant_id === variant_id && isDated(each))
        ? ["offered_from"]
        : []),
      ...(kept?.some((each) => each.variant_id === variant_id) ? ["kept"] : []),
    ]
    return say("refusal.not_for_new_buyers", { variant_id, fields })
  })
  if (problems.length > 0) {
    throw refused(MedusaError.Types.INVALID_DATA, sayAll(problems))
  }
}

function isDated({ offered_from }: NewMapping): boolean {
  return offered_from !== undefined
}

/** The edit that puts back what is stored, to the row. */
export function asEdit(
  variantIds: readonly string[],
  stored: readonly StoredMapping[],
): { mappings: NewMapping[]; terms: EditTerms } {
  const bare = stored.map(({ id: _, offered_until, ...mapping }) => ({ mapping, offered_until }))
  const kept = variantIds.map((variant_id) => ({
    variant_id,
    mappings: bare.flatMap(({ mapping, offered_until }) =>
      mapping.variant_id === variant_id && offered_until ? [{ ...mapping, offered_until }] : [],
    ),
  }))
  return {
    mappings: bare.filter(({ offered_until }) => !offered_until).map(({ mapping }) => mapping),
    terms: { kept },
  }
}

/** A variant and a role: what is stored, and what is asked for. */
interface Pair {
  stored: StoredMapping[]
  wanted?: NewMapping
  kept: Mapping[] | undefined
}

/** What is kept stays, whatever happens to what is offered: it is taken only when that is said. */
function planPair({ stored, wanted, kept }: Pair, applyTo: ApplyTo, now: Date): Mapping[] {
  const offered = stored.find((mapping) => mapping.offered_until === null)
  const past: Mapping[] = kept ?? stored.filter((mapping) => mapping.offered_until !== null)
  const ended = applyTo === "new_buyers" && offered ? endedAt(offered, now) : []
  if (!wanted) {
    return [...past, ...ended]
  }
  if (wanted.offered_from !== undefined) {
    const offered_from = toDate(wanted.offered_from)
    const before = kept ?? past.flatMap((mapping) => clipped(mapping, offered_from))
    return [...before, offer(wanted, offered_from)]
  }
  if (offered?.access_days === wanted.access_days) {
    return [...past, offered]
  }
  if (applyTo === "new_buyers") {
    return [...past, ...ended, offer(wanted, now)]
  }
  // Those who kept it have it like everyone again.
  return offered ? [...past, offer(wanted, offered.offered_from)] : [offer(wanted, null)]
}

function offer(
  { variant_id, product_id, role_id, access_days }: NewMapping,
  offered_from: Date | null,
): Mapping {
  return { variant_id, product_id, role_id, access_days, offered_from, offered_until: null }
}

/** What was offered to nobody yet leaves nothing behind. */
function endedAt(offered: Mapping, now: Date): Mapping[] {
  return offered.offered_from === null || offered.offered_from < now
    ? [{ ...offered, offered_until: now }]
    : []
}

/** What is left of a mapping that another follows at a moment; null = that one is everyone's. */
function clipped(mapping: Mapping, next: Date | null): Mapping[] {
  if (next === null || (mapping.offered_from !== null && mapping.offered_from >= next)) {
    return []
  }
  const isOver = mapping.offered_until !== null && mapping.offered_until <= next
  return [isOver ? mapping : { ...mapping, offered_until: next }]
}

function toDate(moment: Moment | null): Date | null {
  return moment === null ? null : new Date(moment)
}

function asMapping({ offered_from = null, offered_until, ...mapping }: KeptMapping): Mapping {
  return { ...offer(mapping, toDate(offered_from)), offered_until: toDate(offered_until) }
}

function inOrder(mappings: Mapping[], now: Date): Mapping[] {
  const sorted = [...mappings].sort((a, b) => startOf(a) - startOf(b))
  sorted.forEach((mapping, at) => {
    const { variant_id, offered_from, offered_until } = mapping
    const next = sorted[at + 1]
    const end = offered_until?.getTime() ?? Infinity
    const isFuture =
      startOf(mapping) > now.getTime() || (offered_until !== null && end > now.getTime())
    const isBackwards = offered_from !== null && offered_from.getTime() >= end
    if (isFuture || isBackwards || (next && startOf(next) < end)) {
      const problem = say("refusal.offer_times_wrong", { variant_id })
      throw refused(MedusaError.Types.INVALID_DATA, problem)
    }
  })
  return sorted
}

function startOf({ offered_from }: MappingTerms): number {
  return offered_from?.getTime() ?? -Infinity
}

function writesOf(
  before: readonly StoredMapping[],
  after: readonly Mapping[],
): Omit<MappingPlan, "touched" | "after"> {
  const stored = new Map(before.map((mapping) => [keyOf(mapping), mapping]))
  const planned = new Map(after.map((mapping) => [keyOf(mapping), mapping]))
  const gone = before.filter((mapping) => !isSame(mapping, planned.get(keyOf(mapping))))
  const come = after.filter((mapping) => !isSame(mapping, stored.get(keyOf(mapping))))
  return {
    remove: gone.map(({ id }) => id),
    insert: come.map((mapping) => {
      const id = stored.get(keyOf(mapping))?.id
      return { ...mapping, ...(id !== undefined && { id }) }
    }),
    variant_ids: distinct([...gone, ...come].map(({ variant_id }) => variant_id)),
    role_ids: distinct([...gone, ...come].map(({ role_id }) => role_id)),
  }
}

/** A mapping is the same one as long as it begins at the same time: its end and its days may change. */
function keyOf(mapping: MappingTerms): string {
  return `${mapping.variant_id} ${mapping.role_id} ${startOf(mapping)}`
}

function isSame(mapping: Mapping, other: Mapping | undefined): boolean {
  return (
    other !== undefined &&
    mapping.access_days === other.access_days &&
    mapping.offered_until?.getTime() === other.offered_until?.getTime()
  )
}
