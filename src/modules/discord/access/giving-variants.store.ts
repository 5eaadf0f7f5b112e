import { rows, type Db } from "../db/db"
import { offeredSql } from "../role-mapping/mapping-terms.store"

/** Which of some variants give a role of a connected server now; null while no server is connected. */
export async function readGivingVariants(
  db: Db,
  variantIds: readonly string[],
): Promise<Set<string> | null> {
  const [found] = await rows<{ has_server: boolean; variant_ids: string[] }>(
    db,
    `select exists (select 1 from discord_server
                     where status <> 'disconnected' and deleted_at is null) as has_server,
            array(select distinct m.variant_id
                    from discord_role_mapping m
                    join discord_role r on r.id = m.role_id and r.deleted_at is null
                    join discord_server s on s.id = r.server_id and s.deleted_at is null
                   where m.variant_id = any(:variant_ids) and ${offeredSql("m")}
                     and s.status <> 'disconnected') as variant_ids`,
    { variant_ids: variantIds },
  )
  return found?.has_server ? new Set(found.variant_ids) : null
}
