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
