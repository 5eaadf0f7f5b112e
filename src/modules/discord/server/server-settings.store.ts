import {
  PRIORITY,
  type AccessEndAction,
  type AdoptedRoleAction,
  type RoleRemovedAction,
} from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { markDue } from "../membership/mark.store"

export interface ServerSettings {
  on_access_end: AccessEndAction
  on_role_removed: RoleRemovedAction
  adopted_roles: AdoptedRoleAction
  /** Hours that roles stay after their time has run out. */
  grace_hours: number
}

export interface SettingsChange {
  before: ServerSettings
  /** Servers that have work now. */
  server_ids: string[]
}

const COLUMNS = "on_access_end, on_role_removed, adopted_roles, grace_hours"

/**
 * Changes a server's settings; what is left out stays. Another grace moves the end of roles that time takes, so everyone in
 * the server is looked at again.
 *
 * @returns null when there is no such server
 */
export async function changeServerSettings(
  db: Db,
  id: string,
  change: { [Name in keyof ServerSettings]?: ServerSettings[Name] | undefined },
): Promise<SettingsChange | null> {
  return db.transaction(async (tx) => {
    const [before] = await rows<ServerSettings>(
      tx,
      `select ${COLUMNS} from discord_server where id = :id and deleted_at is null for update`,
      { id },
    )
    if (!before) {
      return null
    }
    const after = {
      on_access_end: change.on_access_end ?? before.on_access_end,
      on_role_removed: change.on_role_removed ?? before.on_role_removed,
      adopted_roles: change.adopted_roles ?? before.adopted_roles,
      grace_hours: change.grace_hours ?? before.grace_hours,
    }
    await rows(
      tx,
      `update discord_server set on_access_end = :on_access_end, on_role_removed = :on_role_removed,
              adopted_roles = :adopted_roles, grace_hours = :grace_hours, updated_at = now()
        where id = :id`,
      { id, ...after },
    )
    const server_ids =
      after.grace_hours === before.grace_hours
        ? []
        : await markDue(tx, { kind: "server", server_id: id }, PRIORITY.bulk)
    return { before, server_ids }
  })
}
