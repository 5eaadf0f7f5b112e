import { render, type Catalogue } from "../../../../messages"
import type { AdminDiscordActivity } from "../../../../types/http"

const COLUMNS = [
  "created_at",
  "action",
  "outcome",
  "server_name",
  "username",
  "discord_user_id",
  "role_name",
  "role_id",
  "trigger",
  "message",
  "message_code",
  "discord_status",
  "discord_code",
  "attempt",
  "server_id",
  "account_id",
  "membership_id",
  "id",
] as const
type Column = (typeof COLUMNS)[number]

/** A spreadsheet takes a cell that begins like this for a formula, and runs it; full-width signs count for some. */
const SIGNS = "=+\\-@\\uff1d\\uff0b\\uff0d\\uff20"
const FORMULA = new RegExp(`^\\s*[${SIGNS}]|^[\\t\\r\\n]`)
/** The same inside a cell, for one that separates by semicolons or tabs: to it our quotes are mere text, and cells begin here. */
const FORMULA_INSIDE = new RegExp(`([;\\t\\r\\n][\\s"]*)(?=[${SIGNS}])`, "g")

export const CSV_HEADER = `${COLUMNS.join(",")}\r\n`

/**
 * One line of the download.
 *
 * @param texts in whose language the message is told
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvLine(entry: AdminDiscordActivity, texts: Catalogue): string {
  const { message_detail } = entry
  const cells: Record<Column, string | number | null> = {
    ...entry,
    message: message_detail && render(message_detail, texts),
    message_code: message_detail && message_detail.code,
  }
  return `${COLUMNS.map((column) => csvCell(cells[column])).join(",")}\r\n`
}

/** Quoted, with an apostrophe before whatever could be a formula; a number of ours is none. */
export function csvCell(value: string | number | null): string {
  const text = typeof value === "string" ? harmless(value) : String(value ?? "")
  return `"${text.replaceAll('"', '""')}"`
}

function harmless(text: string): string {
  const inside = text.replace(FORMULA_INSIDE, "$1'")
  return FORMULA.test(text) ? `'${inside}` : inside
}
