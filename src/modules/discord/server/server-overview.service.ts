import { dangerousPermissions } from "./domain/permissions"
import { serverChecks, type ServerCheck } from "./domain/server-checks"
import { serverHealth, type HealthAtAGlance } from "./domain/server-health"
import type { Db } from "./store/db"
import { readOverviewRows, type ServerOverviewRow } from "./store/server-overviews"

/** How a server is: from what is stored, so that a page of them costs no call to Discord. */
export interface ServerOverview extends HealthAtAGlance {
  checks: ServerCheck[]
  customer_count: number
  mapped_role_count: number
  parked_count: number
}

/** @returns by the server's id; those that do not exist are left out */
export async function readServerOverviews(
  db: Db,
  serverIds: readonly string[],
): Promise<Map<string, ServerOverview>> {
  const found = await readOverviewRows(db, serverIds)
  return new Map(found.map((row) => [row.id, toOverview(row)]))
}

function toOverview(row: ServerOverviewRow): ServerOverview {
  const checks = serverChecks({
    ...row,
    mapped_roles: row.mapped_roles.map(({ permissions, ...role }) => ({
      ...role,
      dangerous: dangerousPermissions(permissions, row.everyone_permissions),
    })),
  })
  const { customer_count, parked_count, mapped_roles } = row
  return {
    ...serverHealth({ ...row, checks }),
    checks,
    customer_count,
    parked_count,
    mapped_role_count: mapped_roles.length,
  }
}
