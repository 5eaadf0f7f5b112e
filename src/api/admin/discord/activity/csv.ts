import { render, type Catalogue } from "../../../../messages"
import type { AdminDiscordActivity, AdminDiscordActivityCause } from "../../../../types/http"
import { variantName } from "./named"

/** The columns of the download. */
export const COLUMNS = [
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

/** One line of the download. @param texts in whose language the message is told */
export function cellsOf(
  entry: AdminDiscordActivity,
  texts: Catalogue,
): Record<(typeof COLUMNS)[number], string | number | null> {
  const { causes, customer, message_detail, named_message_detail, roles, ...rest } = entry
  return {
    ...rest,
    role_name: listed(roles.map(({ role_id, role_name }) => role_name ?? role_id)),
    role_id: listed(roles.map(({ role_id }) => role_id)),
    caused_by: listed(causes.map(causeName)),
    customer_name: customer && customer.name,
    customer_id: customer && customer.id,
    message: named_message_detail && render(named_message_detail, texts),
    message_code: message_detail && message_detail.code,
  }
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
