import { answered, stored } from "../../../messages"
import type { AdminDiscordActivity, AdminDiscordActivityRole, Page } from "../../../types/http"
import type { Db } from "../db/db"
import type { PageRequest } from "../membership/membership-rows.store"
import type { ActivityFilter } from "./activity-filter.store"
import { allActivityRows, listActivityRows, type ActivityRow } from "./activity-rows.store"
import { outcomeOf } from "./activity.rules"

/** Rows that are in memory at once while the log is downloaded. */
const BATCH = 500

/** An entry as the module knows it: what the shop calls the ids in it is not the module's to know. */
export interface UnnamedActivity extends Omit<
  AdminDiscordActivity,
  "causes" | "customer" | "named_message" | "named_message_detail" | "variants"
> {
  triggers: string[]
  /** A customer who is linked to the account now. */
  customer_id: string | null
}

export interface UnnamedActivityPage extends Page {
  activity: UnnamedActivity[]
}

export async function listActivity(
  db: Db,
  filter: ActivityFilter,
  page: PageRequest & { newestFirst: boolean },
): Promise<UnnamedActivityPage> {
  const { activity, count } = await listActivityRows(db, filter, page)
  return { activity: activity.map(present), count, offset: page.offset, limit: page.limit }
}

/** Every entry, newest first, in batches. */
export async function* allActivity(
  db: Db,
  filter: ActivityFilter,
): AsyncGenerator<UnnamedActivity[]> {
  for await (const batch of allActivityRows(db, filter, BATCH)) {
    yield batch.map(present)
  }
}

function present({
  position: _,
  call_roles,
  created_at,
  message,
  message_detail,
  ...row
}: ActivityRow): UnnamedActivity {
  const { role_id, role_name, role_color, trigger } = row
  const told = call_roles ?? (role_id === null ? [] : [{ role_id, role_name, role_color, trigger }])
  const roles = told.map(({ trigger: _trigger, ...role }): AdminDiscordActivityRole => role)
  const triggers = [trigger, ...told.map((role) => role.trigger)].filter((each) => each !== null)
  return {
    ...row,
    ...testedMember(row, message_detail),
    outcome: outcomeOf(row.action),
    roles,
    triggers: [...new Set(triggers)],
    ...answered("message", stored(message, message_detail)),
    created_at: created_at.toISOString(),
  }
}

/** On whom a role was tested, when it is nobody with an account: the message alone says who they are. */
function testedMember(
  { account_id }: Pick<ActivityRow, "account_id">,
  detail: ActivityRow["message_detail"],
): Partial<Pick<UnnamedActivity, "discord_user_id" | "global_name">> {
  const { user_id, member } = detail?.params ?? {}
  if (account_id !== null || typeof user_id !== "string") {
    return {}
  }
  return { discord_user_id: user_id, ...(typeof member === "string" && { global_name: member }) }
}
