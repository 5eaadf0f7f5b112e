import type { AdminDiscordActivity } from "../../../types/http"

/** What entries call an id that they were filtered by; null when they do not say. */
export function nameIn(
  found: readonly AdminDiscordActivity[],
  filter: string,
  id: string,
): string | null {
  for (const entry of found) {
    const name = nameBy(entry, filter, id)
    if (name !== null) {
      return name
    }
  }
  return null
}

function nameBy(entry: AdminDiscordActivity, filter: string, id: string): string | null {
  switch (filter) {
    case "account_id":
    case "membership_id":
      return entry[filter] === id ? (entry.global_name ?? entry.username) : null
    case "role_id":
      return entry.roles.find(({ role_id }) => role_id === id)?.role_name ?? null
    case "trigger": {
      const cause = entry.causes.find((each) => id.endsWith(each.id))
      if (cause?.kind === "order") {
        return cause.display_id === null ? null : `#${cause.display_id}`
      }
      return cause?.kind === "user" || cause?.kind === "customer" ? cause.name : null
    }
    default:
      return null
  }
}
