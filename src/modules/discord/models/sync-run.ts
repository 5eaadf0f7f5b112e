import { model } from "@medusajs/framework/utils"
import { SYNC_RUN_KINDS, SYNC_RUN_STATUSES } from "../statuses.rules"

/** A piece of bulk work with its progress. A run that a dead process left behind goes on from its cursor. */
const SyncRun = model
  .define(
    { name: "discord_sync_run", tableName: "discord_sync_run" },
    {
      id: model.id({ prefix: "dsync" }).primaryKey(),
      kind: model.enum([...SYNC_RUN_KINDS]),
      status: model.enum([...SYNC_RUN_STATUSES]).default("running"),
      /** Counts what would change, and changes nothing. */
      dry_run: model.boolean().default(false),
      server_id: model.text().nullable(),
      /** Who started it: an admin's user id. */
      actor_id: model.text().nullable(),
      total: model.number().default(0),
      done: model.number().default(0),
      added: model.number().default(0),
      removed: model.number().default(0),
      failed: model.number().default(0),
      /** Id of the last record worked on, in id order; of a reconcile, the Discord user; of a mapping edit: how far marking has come. */
      cursor: model.text().nullable(),
      /** Of a mapping edit: whose owners to mark, where; of a reconcile: how it goes about it. What a process left undone is read from here. */
      scope: model.json().nullable(),
      /** When every member it is about was marked; null = not all yet. */
      marked_at: model.dateTime().nullable(),
      /** When it was started or last resumed, and how much was done by then: its pace is counted from here. */
      started_at: model.dateTime().nullable(),
      started_done: model.number().default(0),
      error_message: model.text().nullable(),
      finished_at: model.dateTime().nullable(),
    },
  )
  .indexes([
    { on: ["status"] },
    { on: ["created_at"] },
    { on: ["finished_at"] },
    {
      name: "IDX_discord_sync_run_one_backfill",
      on: ["kind"],
      unique: true,
      where: "kind = 'order_backfill' AND status = 'running' AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_sync_run_one_reconcile",
      on: ["server_id"],
      unique: true,
      where: "kind = 'reconcile' AND status = 'running' AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_sync_run_reconciles",
      on: ["server_id", "created_at"],
      where: "kind = 'reconcile' AND deleted_at IS NULL",
    },
  ])

export default SyncRun
