import type { AdminDiscordImportRow } from "../../../types/http"

type Outcome = AdminDiscordImportRow["outcomes"][number]

/** How many customers have a row that comes to this: who has two is one customer. */
export function customersWith(
  rows: readonly Pick<AdminDiscordImportRow, "customer" | "outcomes">[],
  outcome: Outcome,
): number {
  const concerned = rows.filter(({ outcomes }) => outcomes.includes(outcome))
  return new Set(concerned.map(({ customer }) => customer?.id)).size
}

/** Those first that somebody must mend, else as in the file. */
export function refusedFirst<Row extends Pick<AdminDiscordImportRow, "outcomes">>(
  rows: readonly Row[],
): Row[] {
  const isRefused = ({ outcomes }: Row) => outcomes.includes("refused")
  return [...rows.filter(isRefused), ...rows.filter((row) => !isRefused(row))]
}
