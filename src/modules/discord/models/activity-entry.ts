import { model } from "@medusajs/framework/utils"
import { ACTIVITY_ACTIONS } from "../statuses.rules"

/** What happened, immutable. Ids are kept as plain text: an entry outlives the rows it speaks of. */
const ActivityEntry = model
  .define(
    { name: "discord_activity_entry", tableName: "discord_activity_entry" },
    {
      id: model.id({ prefix: "dact" }).primaryKey(),
      action: model.enum([...ACTIVITY_ACTIONS]),
      /** Who or what caused it: an order id, a customer id, an admin's user id, `clock`. */
      trigger: model.text().nullable(),
      membership_id: model.text().nullable(),
      server_id: model.text().nullable(),
      account_id: model.text().nullable(),
      /** The bulk run that it was part of, for that run's figures. */
      sync_run_id: model.text().nullable(),
      role_id: model.text().nullable(),
      attempt: model.number().default(1),
      discord_status: model.number().nullable(),
      discord_code: model.text().nullable(),
      /** In English; of what it is made stands beside it, where it has a code. */
      message: model.text().nullable(),
      message_detail: model.json().nullable(),
    },
  )
  .indexes([
    { on: ["membership_id", "created_at"] },
    { on: ["account_id", "created_at"] },
    { on: ["trigger"] },
    { on: ["created_at"] },
    { on: ["sync_run_id"], where: "sync_run_id IS NOT NULL AND deleted_at IS NULL" },
    {
      // Whether a source's failure was told of lately.
      name: "IDX_discord_activity_entry_source_failed",
      on: ["created_at"],
      where: "action = 'source_failed' AND deleted_at IS NULL",
    },
  ])

export default ActivityEntry
