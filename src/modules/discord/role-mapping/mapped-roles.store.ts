import { rows, type Db } from "../db/db"

/** A role that a variant gives, with all that a page shows of it. */
export interface MappedRoleRow {
  variant_id: string
  access_days: number | null
  /** Discord's id. */
  role_id: string
  name: string
  color: number
  unassignable_reason: string | null
  server_id: string
  server_name: string
}

/** The roles of some variants, highest first: one statement, as a product may have a hundred variants. */
export async function listMappedRoles(db: Db, variantIds: string[]): Promise<MappedRoleRow[]> {
  return rows<MappedRoleRow>(
    db,
    `select m.variant_id, m.access_days, r.role_id, r.name, r.color, r.unassignable_reason,
            s.id as server_id, s.name as server_name
       from discord_role_mapping m
       join discord_role r on r.id = m.role_id and r.deleted_at is null
       join discord_server s on s.id = r.server_id and s.deleted_at is null
      where m.variant_id = any(:variant_ids) and m.deleted_at is null and m.retired_at is null
      order by r.position desc, r.role_id`,
    { variant_ids: variantIds },
  )
}
