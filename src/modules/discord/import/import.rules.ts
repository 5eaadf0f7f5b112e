/** The columns that say something. `reason` is read over: what was refused can be mended in its file and imported again. */
export const IMPORT_COLUMNS = [
  "email",
  "customer_id",
  "variant_id",
  "sku",
  "starts_at",
  "ends_at",
  "note",
  "reference",
  "discord_user_id",
] as const
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

export const REASON_COLUMN = "reason"

/** Rows below the header. */
export const MAX_ROWS = 2_000
/** Of the file in UTF-8. */
export const MAX_BYTES = 1_000_000

/** What becomes of a row: to come (`will_*`), or done. A row may give access and link. */
export const IMPORT_OUTCOMES = [
  "will_grant",
  "will_change",
  "will_link",
  "granted",
  "changed",
  "linked",
  "nothing_to_do",
  "refused",
] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

const MAX_NAMED = 60

/** As much of what a file says as an answer repeats: enough to find it by. */
export function shortened(text: string): string {
  return text.length > MAX_NAMED ? `${text.slice(0, MAX_NAMED)}…` : text
}

/** How many rows there are of each outcome. */
export function countOutcomes(
  rows: readonly { outcomes: readonly ImportOutcome[] }[],
): Record<ImportOutcome, number> {
  const all = rows.flatMap(({ outcomes }) => outcomes)
  const counts = IMPORT_OUTCOMES.map((outcome) => [
    outcome,
    all.filter((each) => each === outcome).length,
  ])
  return Object.fromEntries(counts) as Record<ImportOutcome, number>
}
