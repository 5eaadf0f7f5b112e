import { MedusaError } from "@medusajs/framework/utils"
import { CsvError, parse } from "csv-parse/sync"
import { say, type Message } from "../../../messages"
import { refused } from "../refused"
import {
  IMPORT_COLUMNS,
  MAX_BYTES,
  MAX_ROWS,
  REASON_COLUMN,
  shortened,
  type ImportColumn,
} from "./import.rules"

/** A row as it stands in the file. */
export interface FileRow {
  /** As a spreadsheet counts: the header is 1. */
  row: number
  /** All of it, as it was written. */
  source: string
  /** What it says, trimmed; "" for what is empty or has no column. */
  cells: Record<ImportColumn, string>
  /** Whether it has cells beyond the last column. */
  overflows: boolean
}

export interface ImportFile {
  /** The first line, as it was written. */
  header: string
  delimiter: string
  /** Those that say something. */
  rows: FileRow[]
}

interface CsvRecord {
  record: string[]
  raw: string
}

/** Unknown columns that are named: who sends another kind of file need not read all of it. */
const MAX_UNKNOWN = 10
const DELIMITERS = [",", ";", "\t"] as const
const LINE_END = /[\r\n]+$/

/**
 * Reads a file of customers: CSV by commas, semicolons or tabs, as its header has it; with or without a BOM, with the line ends
 * of any system, with line ends in quoted cells.
 *
 * @throws MedusaError INVALID_DATA for a file that is too large, cannot be read, or has other columns than an import knows
 */
export function readImportFile(csv: string): ImportFile {
  const bytes = Buffer.byteLength(csv)
  if (bytes > MAX_BYTES) {
    throw refusal(say("import.too_large", { bytes, max: MAX_BYTES }))
  }
  const delimiter = delimiterOf(csv)
  const [first, ...others] = readRecords(csv, delimiter)
  const columns = (first?.record ?? []).map((name) => name.trim().toLowerCase())
  checkColumns(columns)
  const rows = others
    .map(({ record, raw }, index) => toRow({ record, raw, row: index + 2 }, columns))
    .filter(({ cells, overflows }) => overflows || Object.values(cells).some((cell) => cell !== ""))
  if (rows.length === 0) {
    throw refusal(say("import.empty"))
  }
  if (rows.length > MAX_ROWS) {
    throw refusal(say("import.too_many_rows", { rows: rows.length, max: MAX_ROWS }))
  }
  return { header: withoutEnd(first?.raw ?? ""), delimiter, rows }
}

/** Which sign parts the names of the header: none of them contains one. */
function delimiterOf(csv: string): string {
  const [header = ""] = csv.split(/[\r\n]/, 1)
  const times = (delimiter: string) => header.split(delimiter).length
  return DELIMITERS.reduce((best, each) => (times(each) > times(best) ? each : best), ",")
}

function readRecords(csv: string, delimiter: string): CsvRecord[] {
  try {
    return parse(csv, {
      bom: true,
      delimiter,
      raw: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
    }) as unknown as CsvRecord[]
  } catch (error) {
    if (error instanceof CsvError) {
      throw refusal(say("import.unreadable", { line: lineOf(error) }))
    }
    throw error
  }
}

function lineOf({ lines }: CsvError & { lines?: unknown }): number {
  return typeof lines === "number" ? lines : 1
}

function checkColumns(columns: readonly string[]): void {
  const named = columns.filter((name) => name !== REASON_COLUMN && name !== "")
  const known: readonly string[] = IMPORT_COLUMNS
  const has = (...any: ImportColumn[]) => any.some((name) => named.includes(name))
  const unknown = named.filter((name) => !known.includes(name))
  const twice = named.filter((name, index) => named.indexOf(name) !== index)
  if (named.length === 0) {
    throw refusal(say("import.blank_first_line"))
  }
  if (unknown.length > 0) {
    const columns = unknown.slice(0, MAX_UNKNOWN).map(shortened)
    const more = unknown.length > MAX_UNKNOWN ? ["…"] : []
    throw refusal(say("import.unknown_columns", { columns: [...columns, ...more], known }))
  }
  if (twice.length > 0) {
    throw refusal(say("import.column_twice", { columns: [...new Set(twice)] }))
  }
  if (!has("email", "customer_id")) {
    throw refusal(say("import.no_customer_column"))
  }
  if (!has("variant_id", "sku", "discord_user_id")) {
    throw refusal(say("import.no_purpose_column"))
  }
}

function toRow(
  { record, raw, row }: CsvRecord & { row: number },
  columns: readonly string[],
): FileRow {
  const cell = (name: ImportColumn) => (record[columns.indexOf(name)] ?? "").trim()
  return {
    row,
    source: withoutEnd(raw),
    cells: Object.fromEntries(IMPORT_COLUMNS.map((name) => [name, cell(name)])) as FileRow["cells"],
    overflows: record.slice(columns.length).some((each) => each.trim() !== ""),
  }
}

function withoutEnd(raw: string): string {
  return raw.replace(LINE_END, "").replace(/^\uFEFF/, "")
}

function refusal(message: Message): MedusaError {
  return refused(MedusaError.Types.INVALID_DATA, message)
}
