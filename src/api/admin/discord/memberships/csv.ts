import { render, type Catalogue } from "../../../../messages"
import type { AdminDiscordMembership } from "../../../../types/http"

/** The columns of the download. */
export const COLUMNS = [
  "name",
  "username",
  "discord_user_id",
  "server_name",
  "roles_held",
  "roles_missing",
  "status",
  "move",
  "reason",
  "reason_code",
  "error_owner",
  "error_code",
  "attempts",
  "next_attempt_at",
  "last_seen_at",
  "last_synced_at",
  "customer_ids",
  "server_id",
  "account_id",
  "id",
] as const

/** One line of the download. @param texts in whose language the reason is told */
export function cellsOf(
  membership: AdminDiscordMembership,
  texts: Catalogue,
): Record<(typeof COLUMNS)[number], string | number | null> {
  const { account, customer_ids, reason_detail, roles, server } = membership
  const namesOf = (some: typeof roles) => some.map(({ name }) => name).join(", ")
  return {
    ...membership,
    name: account.global_name || account.username,
    username: account.username,
    discord_user_id: account.discord_user_id,
    account_id: account.id,
    server_name: server.name,
    server_id: server.id,
    roles_held: namesOf(roles.filter(({ held }) => held)),
    roles_missing: namesOf(roles.filter(({ desired, held }) => desired && !held)),
    reason: reason_detail && render(reason_detail, texts),
    reason_code: reason_detail && reason_detail.code,
    customer_ids: customer_ids.join(", "),
  }
}
