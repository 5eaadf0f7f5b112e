import type { Message } from "../../../messages"
import { rows, type Db } from "../db/db"
import type { ServerStatus } from "../statuses.rules"

/** A server as it is stored. */
export interface StoredServer {
  id: string
  name: string
  status: ServerStatus
  pause_reason: string | null
  pause_detail: Message | null
}

export async function listStoredServers(db: Db): Promise<StoredServer[]> {
  return rows(
    db,
    `select id, name, status, pause_reason, pause_detail from discord_server
      where deleted_at is null order by status = 'disconnected', name, id`,
  )
}

/** When Discord last said how any member stands; null = never. */
export async function lastLookAt(db: Db): Promise<Date | null> {
  const [look] = await rows<{ at: Date | null }>(
    db,
    `select max(last_seen_at) as at from discord_membership where deleted_at is null`,
  )
  return look?.at ?? null
}
