import { rows, type Db } from "../db/db"

/** A role that a variant gives, or that its earlier buyers keep, with all that a page shows of it. */
export interface MappedRoleRow {
  variant_id: string
  access_days: number | null
  offered_from: Date | null
  /** Null = still offered. */
  offered_until: Date | null
  /** Discord's id. */
  role_id: string
  name: string
  color: number
  unassignable_reason: string | null
  server_id: string
  server_name: string
  server_status: string
}

/** The roles of some variants, highest first, then the earliest: one statement, as a product may have a hundred variants. */
export async function listMappedRoles(db: Db, variantIds: string[]): Promise<MappedRoleRow[]> {
  return rows<MappedRoleRow>(
    db,
    `select m.variant_id, m.access_days, m.offered_from, m.offered_until, r.role_id, r.name, r.color, r.unassignable_reason,
            s.id as server_id, s.name as server_name, s.status as server_status
       from discord_role_mapping m
       join discord_role r on r.id = m.role_id and r.deleted_at is null
       join discord_server s on s.id = r.server_id and s.deleted_at is null
      where m.variant_id = any(:variant_ids) and m.deleted_at is null
      order by r.position desc, r.role_id, m.offered_from nulls first`,
    { variant_ids: variantIds },
  )
}
