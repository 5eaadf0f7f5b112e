import { answered, stored } from "../../../messages"
import type { Db } from "../db/db"
import {
  allActivityRows,
  listActivityRows,
  type ActivityFilter,
  type ActivityRow,
} from "./activity-rows.store"
import type { PageRequest } from "../membership/membership-rows.store"
import type { AdminDiscordActivity, AdminDiscordActivityListResponse } from "../../../types/http"

/** Rows that are in memory at once while the log is downloaded. */
const BATCH = 500

export async function listActivity(
  db: Db,
  filter: ActivityFilter,
  page: PageRequest & { newestFirst: boolean },
): Promise<AdminDiscordActivityListResponse> {
  const { activity, count } = await listActivityRows(db, filter, page)
  return { activity: activity.map(present), count, offset: page.offset, limit: page.limit }
}

/** Every entry, newest first, in batches. */
export async function* allActivity(
  db: Db,
  filter: ActivityFilter,
): AsyncGenerator<AdminDiscordActivity[]> {
  for await (const batch of allActivityRows(db, filter, BATCH)) {
    yield batch.map(present)
  }
}

function present({
  position: _,
  created_at,
  message,
  message_detail,
  ...row
}: ActivityRow): AdminDiscordActivity {
  return {
    ...row,
    ...answered("message", stored(message, message_detail)),
    created_at: created_at.toISOString(),
  }
}
