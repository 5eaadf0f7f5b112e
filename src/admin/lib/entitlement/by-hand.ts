import type { AdminDiscordNamedEntitlement } from "../../../types/http"

/** Whether an admin may change or end it: only what a person gave, as long as it has not ended. */
export function isByHand({
  source,
  state,
}: Pick<AdminDiscordNamedEntitlement, "source" | "state">): boolean {
  return source === "manual" && state !== "ended"
}

/** Whose it is; null when the customer was deleted. */
export function nameOf({
  customer,
}: Pick<AdminDiscordNamedEntitlement, "customer">): string | null {
  return customer?.name ?? customer?.email ?? null
}
