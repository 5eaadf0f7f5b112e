import { z } from "@medusajs/framework/zod"
import { say, type Message } from "../../../messages"
import { reservedPrefixOf } from "../entitlement/manual-access.rules"
import { isMoment } from "../moments.rules"
import type { FileRow } from "./import-file.rules"
import { shortened, type ImportColumn } from "./import.rules"

/** What a row asks for, in its own words: whom, which access, which Discord user. Null where it says nothing. */
export interface RowRequest {
  email: string | null
  customer_id: string | null
  variant_id: string | null
  sku: string | null
  starts_at: Date | null
  ends_at: Date | null
  note: string | null
  reference: string | null
  discord_user_id: string | null
}

export interface ReadRow {
  request: RowRequest
  /** Why it cannot be carried out, whatever the store holds; empty when it can. */
  problems: Message[]
}

const MAX_TEXT = 500
/** Columns that only say something about access. */
const OF_ACCESS = ["starts_at", "ends_at", "note", "reference"] as const satisfies ImportColumn[]
const DAY = z.iso.date()
const MOMENT = z.iso.datetime({ offset: true })
const SNOWFLAKE = /^[1-9]\d{16,19}$/

/** Reads what a row says, without looking into the store. */
export function readRow({ cells, overflows }: FileRow): ReadRow {
  const text = (name: ImportColumn) => (cells[name] === "" ? null : cells[name])
  const prefix = reservedPrefixOf(cells.reference)
  const starts_at = readDate(cells.starts_at, "T00:00:00.000Z")
  const ends_at = readDate(cells.ends_at, "T23:59:59.999Z")
  const discord_user_id = text("discord_user_id")
  const isAccess = cells.variant_id !== "" || cells.sku !== ""
  const stray = isAccess ? [] : OF_ACCESS.filter((name) => cells[name] !== "")
  const problems = [
    overflows && say("import.too_many_cells"),
    cells.email === "" && cells.customer_id === "" && say("import.no_customer_named"),
    !isAccess && discord_user_id === null && say("import.nothing_asked"),
    !isAccess &&
      discord_user_id !== null &&
      stray.length > 0 &&
      say("import.no_variant_named", { columns: stray }),
    starts_at === undefined && noDate("starts_at", cells.starts_at),
    ends_at === undefined && noDate("ends_at", cells.ends_at),
    ...(["note", "reference"] as const).map(
      (column) =>
        cells[column].length > MAX_TEXT && say("import.text_too_long", { column, max: MAX_TEXT }),
    ),
    prefix !== undefined && say("import.reference_reserved", { prefix }),
    discord_user_id !== null &&
      !SNOWFLAKE.test(discord_user_id) &&
      say("import.no_discord_user_id", { value: shortened(discord_user_id) }),
  ].filter((each): each is Message => each !== false)
  return {
    request: {
      email: text("email"),
      customer_id: text("customer_id"),
      variant_id: text("variant_id"),
      sku: text("sku"),
      starts_at: starts_at ?? null,
      ends_at: ends_at ?? null,
      note: text("note"),
      reference: text("reference"),
      discord_user_id,
    },
    problems,
  }
}

/**
 * A moment with its zone, or a day in UTC.
 *
 * @param time which moment of a day without one is meant
 * @returns null for an empty cell, undefined for what is no date
 */
function readDate(cell: string, time: string): Date | null | undefined {
  if (cell === "") {
    return null
  }
  const isDate = DAY.safeParse(cell).success || MOMENT.safeParse(cell).success
  const date = new Date(cell.includes("T") ? cell : `${cell}${time}`)
  return isDate && isMoment(date) ? date : undefined
}

function noDate(column: ImportColumn, value: string): Message {
  return say("import.no_date", { column, value: shortened(value) })
}
