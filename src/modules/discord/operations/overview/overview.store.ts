import { rows, type Db } from "../../db/db"
import { WORKED_ON } from "../../server/worked-on.store"

export interface Served {
  /** Members who hold a role that the store stands behind. */
  served: number
  /** Since when all members of all connected servers have been checked; null = not all of them ever were. */
  members_checked_at: Date | null
}

export async function readServed(db: Db): Promise<Served> {
  const [served] = await rows<Served>(
    db,
    `select (select cast(count(*) as int)
               from discord_membership m
               join discord_server s on s.id = m.server_id and ${WORKED_ON} and s.deleted_at is null
              where m.in_server and m.deleted_at is null
                and exists (select 1 from discord_role_grant g
                             where g.membership_id = m.id and g.origin <> 'withheld'
                               and g.confirmed and g.deleted_at is null)) as served,
            (select case when bool_and(reconciled_at is not null) then min(reconciled_at) end
               from discord_server
              where status <> 'disconnected' and deleted_at is null) as members_checked_at`,
  )
  return served ?? { served: 0, members_checked_at: null }
}
