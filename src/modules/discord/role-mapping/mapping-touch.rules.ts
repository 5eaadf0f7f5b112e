/** For whose purchases a role is. */
export interface OfferTimes {
  /** Only what was bought from then on counts; null = whenever it was bought. */
  offered_from: Date | null
  /** Only what was bought before counts: who buys now is not offered the role any more; null = they are. */
  offered_until: Date | null
}

/** "This variant gives this role", as far as it matters to those who own the variant. */
export interface MappingTerms extends OfferTimes {
  variant_id: string
  role_id: string
  access_days: number | null
}

/** Whether a role is for a purchase of a moment. @param moment Unix ms; -Infinity = ever since */
export function isOfferedAt({ offered_from, offered_until }: OfferTimes, moment: number): boolean {
  return (
    (offered_from === null || offered_from.getTime() <= moment) &&
    (offered_until === null || offered_until.getTime() > moment)
  )
}

/** Whether a role is for all purchases of a time. */
export function isOfferedThroughout(mappings: readonly OfferTimes[], time: OfferTimes): boolean {
  const from = time.offered_from?.getTime() ?? -Infinity
  const until = time.offered_until?.getTime() ?? Infinity
  const ends = mappings.map(({ offered_until }) => offered_until?.getTime() ?? Infinity)
  return [from, ...ends.filter((end) => end > from && end < until)].every((moment) =>
    mappings.some((mapping) => isOfferedAt(mapping, moment)),
  )
}

/** Whom an edit concerns of those who have bought already. */
export interface Touched {
  variant_ids: string[]
  /** Ids of stored roles. */
  role_ids: string[]
  /** When they bought at the earliest; null = ever since. */
  bought_from: Date | null
  /** Before which moment they bought; null = up to now. */
  bought_until: Date | null
}

/**
 * Who has another right to a role after an edit: saving what is there already touches nobody, nor does what counts only for
 * purchases to come.
 *
 * @param now later than anything that is stored of purchases
 */
export function touchedBy(
  before: readonly MappingTerms[],
  after: readonly MappingTerms[],
  now: Date,
): Touched {
  const pairs = new Map<string, [MappingTerms[], MappingTerms[]]>()
  for (const [side, mappings] of [before, after].entries()) {
    for (const mapping of mappings) {
      const key = `${mapping.variant_id} ${mapping.role_id}`
      const pair = pairs.get(key) ?? [[], []]
      pair[side]?.push(mapping)
      pairs.set(key, pair)
    }
  }
  const touched = [...pairs.values()].flatMap(([old, planned]) => {
    const [mapping] = [...old, ...planned]
    const spans = differences(old, planned, now.getTime())
    return mapping && spans.length > 0 ? [{ ...mapping, spans }] : []
  })
  const spans = touched.flatMap((mapping) => mapping.spans)
  return {
    variant_ids: distinct(touched.map(({ variant_id }) => variant_id)),
    role_ids: distinct(touched.map(({ role_id }) => role_id)),
    bought_from: momentOf(Math.min(...spans.map(({ from }) => from))),
    bought_until: momentOf(Math.max(...spans.map(({ until }) => until))),
  }
}

/** Unix ms; -Infinity = ever since, Infinity = up to now. */
interface Span {
  from: number
  until: number
}

/** The times in which a purchase gives another right before than after. */
function differences(
  before: readonly MappingTerms[],
  after: readonly MappingTerms[],
  now: number,
): Span[] {
  const moments = [...before, ...after].flatMap(({ offered_from, offered_until }) => [
    offered_from?.getTime() ?? -Infinity,
    offered_until?.getTime() ?? Infinity,
  ])
  const starts = [...new Set([-Infinity, ...moments])]
    .filter((moment) => moment < now)
    .sort((a, b) => a - b)
  return starts
    .map((from, at) => ({ from, until: starts[at + 1] ?? Infinity }))
    .filter(({ from }) => daysAt(before, from) !== daysAt(after, from))
}

/** What a purchase of a moment gives: days, null = as long as owned, undefined = nothing. */
function daysAt(mappings: readonly MappingTerms[], moment: number): number | null | undefined {
  return mappings.find((mapping) => isOfferedAt(mapping, moment))?.access_days
}

function momentOf(time: number): Date | null {
  return Number.isFinite(time) ? new Date(time) : null
}

export function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
