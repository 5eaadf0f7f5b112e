import { refused } from "../../../../modules/discord/refused"
import { say } from "../../../../messages"
import { stateOf } from "../../../../modules/discord/entitlement/entitlement-state.rules"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { AdminDiscordEntitlement } from "../../../../types/http"

type StoredEntitlement = Omit<
  AdminDiscordEntitlement,
  "active" | "state" | "starts_at" | "ends_at" | "suspended_at"
> & {
  starts_at: Date
  ends_at: Date | null
  suspended_at: Date | null
}

/** Whatever fields were asked for: without these, nothing could be put in order, or called active or not. */
const NEEDED = ["id", "starts_at", "ends_at", "suspended_at"]

/** Reads entitlements as the admin sees them, in the order of their ids. */
export async function listEntitlements(
  scope: MedusaContainer,
  { fields, ids }: { fields: string[]; ids: readonly string[] },
): Promise<AdminDiscordEntitlement[]> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "discord_entitlement",
    fields: [...new Set([...fields, ...NEEDED])],
    filters: { id: [...ids] },
  })
  const now = new Date()
  const place = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ id }: { id: string }) => place.get(id) ?? ids.length
  return (data as unknown as StoredEntitlement[])
    .map((row) => toAdmin(row, now))
    .sort((one, other) => placeOf(one) - placeOf(other))
}

/** @throws MedusaError NOT_FOUND that says where to look */
export async function retrieveEntitlement(
  scope: MedusaContainer,
  id: string,
  fields: string[],
): Promise<AdminDiscordEntitlement> {
  const [entitlement] = await listEntitlements(scope, { fields, ids: [id] })
  if (!entitlement) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.entitlement_not_found", { id }))
  }
  return entitlement
}

function toAdmin(row: StoredEntitlement, now: Date): AdminDiscordEntitlement {
  const starts = new Date(row.starts_at)
  const ends = row.ends_at && new Date(row.ends_at)
  const suspended = row.suspended_at && new Date(row.suspended_at)
  const state = stateOf({ starts_at: starts, ends_at: ends, suspended_at: suspended }, now)
  return {
    ...row,
    starts_at: starts.toISOString(),
    ends_at: ends && ends.toISOString(),
    suspended_at: suspended && suspended.toISOString(),
    active: state === "active",
    state,
  }
}
