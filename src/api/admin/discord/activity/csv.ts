import { render, type Catalogue } from "../../../../messages"
import type { AdminDiscordActivity, AdminDiscordActivityCause } from "../../../../types/http"
import { variantName } from "./named"

const COLUMNS = [
  "created_at",
  "action",
  "outcome",
  "server_name",
  "username",
  "discord_user_id",
  "customer_name",
  "role_name",
  "role_id",
  "trigger",
  "caused_by",
  "message",
  "message_code",
  "discord_status",
  "discord_code",
  "attempt",
  "server_id",
  "account_id",
  "customer_id",
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
  const { causes, customer, message_detail, named_message_detail, roles, ...rest } = entry
  const cells: Record<Column, string | number | null> = {
    ...rest,
    role_name: listed(roles.map(({ role_id, role_name }) => role_name ?? role_id)),
    role_id: listed(roles.map(({ role_id }) => role_id)),
    caused_by: listed(causes.map(causeName)),
    customer_name: customer && customer.name,
    customer_id: customer && customer.id,
    message: named_message_detail && render(named_message_detail, texts),
    message_code: message_detail && message_detail.code,
  }
  return `${COLUMNS.map((column) => csvCell(cells[column])).join(",")}\r\n`
}

/** Who or what caused an entry, by the name that needs no language. */
function causeName(cause: AdminDiscordActivityCause): string {
  switch (cause.kind) {
    case "order":
      return cause.display_id === null ? cause.id : `#${cause.display_id}`
    case "variant":
      return variantName(cause.variant)
    case "customer":
    case "user":
      return cause.name ?? cause.id
    default:
      return cause.id
  }
}

/** Roles and causes of one call stand in one cell. */
function listed(names: string[]): string | null {
  return names.length === 0 ? null : names.join(", ")
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
