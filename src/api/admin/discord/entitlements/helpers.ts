import { refused } from "../../../../modules/discord/refused"
import { say } from "../../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { AdminDiscordEntitlement } from "../../../../types/http"

type StoredEntitlement = Omit<
  AdminDiscordEntitlement,
  "active" | "starts_at" | "ends_at" | "suspended_at"
> & {
  starts_at: Date
  ends_at: Date | null
  suspended_at: Date | null
}

/** Whatever fields were asked for: without these, nothing could be called active or not. */
const NEEDED = ["starts_at", "ends_at", "suspended_at"]

/** Reads entitlements as the admin sees them. */
export async function listEntitlements(
  scope: MedusaContainer,
  {
    fields,
    filters,
    pagination,
  }: {
    fields: string[]
    filters: Record<string, unknown>
    pagination?: { skip?: number; take?: number; order?: Record<string, string> }
  },
): Promise<{ entitlements: AdminDiscordEntitlement[]; count: number }> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "discord_entitlement",
    fields: [...new Set([...fields, ...NEEDED])],
    filters,
    ...(pagination && { pagination }),
  })
  const now = new Date()
  const entitlements = (data as unknown as StoredEntitlement[]).map((row) => toAdmin(row, now))
  return { entitlements, count: metadata?.count ?? entitlements.length }
}

/** @throws MedusaError NOT_FOUND that says where to look */
export async function retrieveEntitlement(
  scope: MedusaContainer,
  id: string,
  fields: string[],
): Promise<AdminDiscordEntitlement> {
  const { entitlements } = await listEntitlements(scope, { fields, filters: { id } })
  const [entitlement] = entitlements
  if (!entitlement) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.entitlement_not_found", { id }))
  }
  return entitlement
}

/** The filter for what gives its roles now, or for what does not. */
export function activeFilter(active: boolean | undefined, now: Date): Record<string, unknown>[] {
  if (active === undefined) {
    return []
  }
  return active
    ? [
        { suspended_at: null },
        { starts_at: { $lte: now } },
        { $or: [{ ends_at: null }, { ends_at: { $gt: now } }] },
      ]
    : [
        {
          $or: [
            { suspended_at: { $ne: null } },
            { starts_at: { $gt: now } },
            { ends_at: { $lte: now } },
          ],
        },
      ]
}

function toAdmin(row: StoredEntitlement, now: Date): AdminDiscordEntitlement {
  const starts = new Date(row.starts_at)
  const ends = row.ends_at && new Date(row.ends_at)
  const suspended = row.suspended_at && new Date(row.suspended_at)
  return {
    ...row,
    starts_at: starts.toISOString(),
    ends_at: ends && ends.toISOString(),
    suspended_at: suspended && suspended.toISOString(),
    active: suspended === null && starts <= now && (ends === null || ends > now),
  }
}
