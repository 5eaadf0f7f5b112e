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
  "discord_status",
  "discord_code",
  "attempt",
  "server_id",
  "account_id",
  "membership_id",
  "id",
] as const satisfies readonly (keyof AdminDiscordActivity)[]

/** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
const FORMULA = /^[=+\-@\t\r]/

export const CSV_HEADER = `${COLUMNS.join(",")}\r\n`

/** One line of the download. @see https://owasp.org/www-community/attacks/CSV_Injection */
export function csvLine(entry: AdminDiscordActivity): string {
  return `${COLUMNS.map((column) => csvCell(entry[column])).join(",")}\r\n`
}

export function csvCell(value: string | number | null): string {
  if (value === null) {
    return ""
  }
  const text = String(value)
  const harmless = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
