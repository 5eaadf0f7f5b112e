import { rows, type Db } from "../db/db"
import { activeSql } from "../entitlement/standing.store"
import { givesSql } from "../role-mapping/mapping-terms.store"

/** A role that an order gives, and where. */
export interface OrderRole {
  guild_id: string
  server_name: string
  server_icon: string | null
  role_name: string
  color: number
}

/** What an order gives now: entitlements `e`, mappings `m`, roles `r`, servers `s`. Names `:order_id`. */
export const PROMISED = `
  from discord_entitlement e
  join discord_role_mapping m on ${givesSql("m", "e")}
  join discord_role r on r.id = m.role_id and r.deleted_at is null
  join discord_server s on s.id = r.server_id and s.status <> 'disconnected' and s.deleted_at is null
 where e.source = 'order' and e.source_id = :order_id and e.deleted_at is null
   and ${activeSql("e")}`

/** The roles that an order gives now, the highest of each server first. */
export async function rolesOfOrder(db: Db, orderId: string): Promise<OrderRole[]> {
  return rows<OrderRole>(
    db,
    `select guild_id, server_name, server_icon, role_name, color from (
       select distinct s.guild_id, s.name as server_name, s.icon as server_icon,
              r.role_id, r.name as role_name, r.color, r.position ${PROMISED}) as roles
      order by server_name, guild_id, position desc`,
    { order_id: orderId },
  )
}
