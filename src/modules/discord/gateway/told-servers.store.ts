import { rows, type Db } from "../db/db"
import type { ToldServer } from "./events.rules"

/** A server that the store is connected to, as it was last read. */
export interface KnownServer extends ToldServer {
  id: string
  guild_id: string
  is_paused: boolean
}

/** @param guildIds which of them; all when left out */
export async function findServers(db: Db, guildIds?: readonly string[]): Promise<KnownServer[]> {
  return rows<KnownServer>(
    db,
    `select s.id, s.guild_id, s.status = 'paused' as is_paused, s.name, s.icon,
            coalesce((select json_agg(json_build_object(
                        'role_id', r.role_id, 'name', r.name, 'color', r.color, 'position', r.position,
                        'permissions', r.permissions, 'managed', r.managed))
                        from discord_role r
                       where r.server_id = s.id and r.deleted_at is null
                         and r.unassignable_reason is distinct from 'deleted'), '[]') as roles
       from discord_server s
      where s.deleted_at is null and s.status in ('connected', 'paused')
        and (:all or s.guild_id = any(:guild_ids))`,
    { all: guildIds === undefined, guild_ids: guildIds ?? [] },
  )
}
