import { say } from "../../../messages"
import { PRIORITY, SERVER_STATUSES } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { markDue } from "../membership/mark.store"
import { writeActivity } from "../activity/activity.store"
import { offeredSql } from "../role-mapping/mapping-terms.store"
import { setStatus } from "./server-pause.store"

/** What becomes of the roles the plugin gave in a server that is disconnected. */
export type DisconnectRoles = "keep" | "remove"

/** Whom disconnecting a server would concern. */
export interface DisconnectPreview {
  /** Members the plugin knows in this server. */
  members: number
  /** Of them, those who hold a role the plugin gave. */
  members_with_roles: number
  /** Roles the plugin gave and would take back, one for each member who holds it. */
  roles_given: number
  /** Roles that members had before: they stay in any case. */
  roles_adopted: number
  /** Changes that wait: kept, and carried out when the server is connected again. */
  changes_waiting: number
  /** Pairs of a variant and a role of this server: kept. */
  mappings: number
  /** Roles the plugin gave, the one most members hold first. */
  roles: { role_id: string; name: string; color: number; members: number }[]
}

/**
 * Ends the work on a server. Mappings, members and the ledger are kept, so that connecting it again restores everything.
 *
 * @param roles `remove`: what the plugin gave is taken back first; the server says `takes_back_roles` from then on
 * @returns the servers that have work now
 */
export async function disconnectServer(
  db: Db,
  serverId: string,
  { roles, actor_id }: { roles: DisconnectRoles; actor_id: string | null },
): Promise<string[]> {
  return db.transaction(async (tx) => {
    const takes_back_roles = roles === "remove"
    await setStatus(tx, serverId, {
      from: SERVER_STATUSES,
      to: "disconnected",
      reason: null,
      takes_back_roles,
    })
    const message = takes_back_roles ? say("activity.roles_taken_back") : say("activity.roles_kept")
    await writeActivity(tx, [
      { action: "server_disconnected", trigger: actor_id, server_id: serverId, message },
    ])
    if (takes_back_roles) {
      return markDue(tx, { kind: "server", server_id: serverId }, PRIORITY.change)
    }
    await stopTakingBack(tx, serverId)
    return []
  })
}

/** Whoever takes roles back at this moment makes no further call; what the last one did is looked at on connecting again. */
async function stopTakingBack(tx: Db, serverId: string): Promise<void> {
  await rows(
    tx,
    `update discord_membership
        set lease_id = null, lease_expires_at = null, verify = true, updated_at = now()
      where server_id = :id and lease_id is not null and deleted_at is null`,
    { id: serverId },
  )
}

/** Counts whom disconnecting a server would concern. */
export async function previewDisconnect(db: Db, serverId: string): Promise<DisconnectPreview> {
  const server = { server_id: serverId }
  const [counts] = await rows<Omit<DisconnectPreview, "roles">>(
    db,
    `with members as (
       select m.id, m.generation > m.synced_generation as waits
         from discord_membership m where m.server_id = :server_id and m.deleted_at is null),
     grants as (
       select g.membership_id, g.origin from discord_role_grant g
        where g.deleted_at is null and g.membership_id in (select id from members))
     select (select count(*)::int from members) as members,
            (select count(distinct membership_id)::int from grants where origin = 'granted') as members_with_roles,
            (select count(*)::int from grants where origin = 'granted') as roles_given,
            (select count(*)::int from grants where origin = 'adopted') as roles_adopted,
            (select count(*)::int from members where waits) as changes_waiting,
            (select count(*)::int from discord_role_mapping map
               join discord_role r on r.id = map.role_id
              where r.server_id = :server_id and ${offeredSql("map")}) as mappings`,
    server,
  )
  if (!counts) {
    throw new Error("PostgreSQL counted nothing")
  }
  const roles = await rows<DisconnectPreview["roles"][number]>(
    db,
    `select g.role_id, coalesce(r.name, g.role_id) as name, coalesce(r.color, 0) as color,
            count(*)::int as members
       from discord_role_grant g
       join discord_membership m on m.id = g.membership_id and m.server_id = :server_id
       left join discord_role r on r.role_id = g.role_id and r.deleted_at is null
      where g.origin = 'granted' and g.deleted_at is null and m.deleted_at is null
      group by g.role_id, r.name, r.color
      order by members desc, name`,
    server,
  )
  return { ...counts, roles }
}
