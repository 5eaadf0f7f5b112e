import type { UserNames } from "../engine/run/call-result.rules"
import { rows, type Db } from "../db/db"

/**
 * Keeps what a Discord user is called now. A statement of its own: together with a membership's row, it could wait for somebody
 * who holds the account and waits for that row.
 */
export async function keepUserNames(db: Db, accountId: string, names: UserNames): Promise<void> {
  await rows(
    db,
    `update discord_account
        set username = :username, global_name = :global_name, avatar = :avatar
      where id = :id
        and (username, global_name, avatar) is distinct from (:username, :global_name, :avatar)`,
    { id: accountId, ...names },
  )
}

/** What a Discord user is called, by Discord's id. */
export interface NamedUser extends UserNames {
  discord_user_id: string
}

/** The same for many at once. Who is written to at this moment keeps the name until the next time. */
export async function keepNamesOfMany(db: Db, users: readonly NamedUser[]): Promise<void> {
  await rows(
    db,
    `with renamed as (
       select a.id, t.username, t.global_name, t.avatar
         from jsonb_to_recordset(cast(:users as jsonb))
           as t(discord_user_id text, username text, global_name text, avatar text)
         join discord_account a on a.discord_user_id = t.discord_user_id and a.deleted_at is null
        where (a.username, a.global_name, a.avatar)
              is distinct from (t.username, t.global_name, t.avatar)
        order by a.id for update of a skip locked)
     update discord_account a
        set username = renamed.username, global_name = renamed.global_name, avatar = renamed.avatar
       from renamed where a.id = renamed.id`,
    { users: JSON.stringify(users) },
  )
}
