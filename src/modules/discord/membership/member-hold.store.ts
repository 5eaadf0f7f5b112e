import { rows, type Db } from "../db/db"

/** What the store knows of a Discord user in one server. */
export interface HeldMember {
  membership_id: string | null
  account_id: string | null
  /** Role ids that the ledger names for them. */
  ledger: string[]
  /** Whether somebody else is at work on the membership: then it was not taken. */
  is_busy: boolean
}

/**
 * Keeps the engine away from one member for a while, as a claim does. A user the store does not know has no membership and
 * nothing to be kept away from.
 */
export async function holdMember(
  db: Db,
  member: { server_id: string; discord_user_id: string; lease_id: string; lease_ms: number },
): Promise<HeldMember> {
  const [found] = await rows<HeldMember>(
    db,
    `with known as (
       select m.id, a.id as account_id
         from discord_account a
         left join discord_membership m
           on m.account_id = a.id and m.server_id = :server_id and m.deleted_at is null
        where a.discord_user_id = :discord_user_id and a.deleted_at is null),
     taken as (
       update discord_membership
          set lease_id = :lease_id,
              lease_expires_at = now() + :lease_ms * interval '1 millisecond'
        where id = (select id from known)
          and (lease_expires_at is null or lease_expires_at < now())
       returning id)
     select known.id as membership_id, known.account_id,
            known.id is not null and not exists (select 1 from taken) as is_busy,
            coalesce((select json_agg(g.role_id) from discord_role_grant g
                       where g.membership_id = known.id and g.deleted_at is null), '[]') as ledger
       from known`,
    member,
  )
  return found ?? { membership_id: null, account_id: null, ledger: [], is_busy: false }
}
