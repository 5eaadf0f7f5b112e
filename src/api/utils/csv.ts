import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Catalogue } from "../../messages"
import { textsAskedFor } from "./language"

type Cell = string | number | null

/** A list as a download. */
interface Download<Entry, Column extends string> {
  file: string
  columns: readonly Column[]
  /** The entries in parts: all of them may be more than memory holds. */
  batches: AsyncIterable<Entry[]>
  /** @param texts in whose language messages are told */
  cellsOf: (entry: Entry, texts: Catalogue) => Record<Column, Cell>
}

/** A spreadsheet takes a cell that begins like this for a formula, and runs it; full-width signs count for some. */
const SIGNS = "=+\\-@\\uff1d\\uff0b\\uff0d\\uff20"
const FORMULA = new RegExp(`^\\s*[${SIGNS}]|^[\\t\\r\\n]`)
/** The same inside a cell, for one that separates by semicolons or tabs: to it our quotes are mere text, and cells begin here. */
const FORMULA_INSIDE = new RegExp(`([;\\t\\r\\n][\\s"]*)(?=[${SIGNS}])`, "g")

/** Whether a list is asked for as a download. */
export function wantsCsv(req: MedusaRequest): boolean {
  return req.accepts(["application/json", "text/csv"]) === "text/csv"
}

/** Answers with a list as CSV, in the language that is asked for. */
export async function sendCsv<Entry, Column extends string>(
  req: MedusaRequest,
  res: MedusaResponse,
  download: Download<Entry, Column>,
): Promise<void> {
  res.set({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${download.file}"`,
  })
  // The pipeline reads on only as fast as the browser takes it.
  const lines = linesOf(download, textsAskedFor(req))
  await pipeline(Readable.from(lines), res)
}

async function* linesOf<Entry, Column extends string>(
  { columns, batches, cellsOf }: Download<Entry, Column>,
  texts: Catalogue,
): AsyncGenerator<string> {
  yield `${columns.join(",")}\r\n`
  for await (const batch of batches) {
    yield batch
      .map((entry) => {
        const cells = cellsOf(entry, texts)
        return `${columns.map((column) => csvCell(cells[column])).join(",")}\r\n`
      })
      .join("")
  }
}

/**
 * Quoted, with an apostrophe before whatever could be a formula; a number of ours is none.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: Cell): string {
  const text = typeof value === "string" ? harmless(value) : String(value ?? "")
  return `"${text.replaceAll('"', '""')}"`
}

function harmless(text: string): string {
  const inside = text.replace(FORMULA_INSIDE, "$1'")
  return FORMULA.test(text) ? `'${inside}` : inside
}
