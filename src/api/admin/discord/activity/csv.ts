import { render, type Catalogue } from "../../../../messages"
import type { AdminDiscordActivity } from "../../../../types/http"

/** The columns of the download. */
export const COLUMNS = [
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

/** One line of the download. @param texts in whose language the message is told */
export function cellsOf(
  entry: AdminDiscordActivity,
  texts: Catalogue,
): Record<(typeof COLUMNS)[number], string | number | null> {
  const { message_detail } = entry
  return {
    ...entry,
    message: message_detail && render(message_detail, texts),
    message_code: message_detail && message_detail.code,
  }
}
