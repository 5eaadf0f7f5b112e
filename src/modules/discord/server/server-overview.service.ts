import { answered, detailed, rewritten, type Answered, type MessageDetail } from "../../../messages"
import { dangerousPermissions } from "./permissions.rules"
import { serverChecks, type ServerCheck } from "./server-checks.rules"
import { serverHealth, type HealthAtAGlance } from "./server-health.rules"
import type { Db } from "../db/db"
import { readOverviewRows, type ServerOverviewRow } from "./server-overview.store"

/** How a server is: from what is stored, so that a page of them costs no call to Discord. */
export interface ServerOverview
  extends Pick<HealthAtAGlance, "health">, Answered<"health_reason", null> {
  pause_reason_detail: MessageDetail | null
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
  const { customer_count, parked_count, parked, mapped_roles } = row
  const pause_reason = rewritten(row.pause_reason, row.pause_detail)
  const { health, health_reason } = serverHealth({
    ...row,
    checks,
    pause_reason,
    parked_reason: parked && rewritten(parked.words, parked.detail),
  })
  return {
    health,
    ...answered("health_reason", health_reason),
    pause_reason_detail: pause_reason && detailed(pause_reason),
    checks,
    customer_count,
    parked_count,
    mapped_role_count: mapped_roles.length,
  }
}
