import { model } from "@medusajs/framework/utils"
import { ERROR_OWNERS, MEMBERSHIP_STATUSES, PRIORITY } from "../statuses.rules"
import DiscordAccount from "./account"
import DiscordServer from "./server"
import RoleGrant from "./role-grant"

/**
 * One Discord user in one server: the engine's unit of work. It is due while `generation > synced_generation` and
 * `next_attempt_at` has come; marking raises `generation`, so a change during a sync makes it due again.
 */
const Membership = model
  .define(
    { name: "discord_membership", tableName: "discord_membership" },
    {
      id: model.id({ prefix: "dmem" }).primaryKey(),
      generation: model.number().default(1),
      synced_generation: model.number().default(0),
      status: model.enum([...MEMBERSHIP_STATUSES]).default("due"),
      priority: model.number().default(PRIORITY.change),
      next_attempt_at: model.dateTime().nullable(),
      /** When time alone will next change the desired roles: an end, a grace, an access length. */
      recheck_at: model.dateTime().nullable(),
      attempts: model.number().default(0),
      /** Who is working on it, and until when that claim holds should the process die. */
      lease_id: model.text().nullable(),
      lease_expires_at: model.dateTime().nullable(),
      /** Whether Discord last said the user is in the server; null = never asked. */
      in_server: model.boolean().nullable(),
      /** Role ids the member held when last read; null = never read, so nothing can be adopted yet. */
      observed_roles: model.json().nullable(),
      /** Set before a join is sent: tells a join that a dead process made from one that others made. */
      join_sent_at: model.dateTime().nullable(),
      join_role_ids: model.json().nullable(),
      /** Whether to read the member first: what Discord says may differ from what was last recorded. */
      verify: model.boolean().default(false),
      joined_by_us: model.boolean().default(false),
      /** When Discord last said how this member stands; null = never looked at. */
      last_seen_at: model.dateTime().nullable(),
      /** From when on a look is wanted; null while nothing is owed, so that nobody needs to look. */
      look_at: model.dateTime().nullable(),
      /** When the stay began in which the member was last seen: who left and came back has another one. */
      joined_at: model.dateTime().nullable(),
      /** Whether Discord waits for the member to accept the server's rules; null = not told yet. */
      pending: model.boolean().nullable(),
      /** The invitation that the customer was given last: it is given again while it is good. */
      invite_code: model.text().nullable(),
      invite_expires_at: model.dateTime().nullable(),
      /** The bulk run that last marked it, for that run's progress. */
      sync_run_id: model.text().nullable(),
      last_synced_at: model.dateTime().nullable(),
      error_owner: model.enum([...ERROR_OWNERS]).nullable(),
      error_code: model.text().nullable(),
      /** In English; of what it is made stands beside it, where it has a code. */
      error_message: model.text().nullable(),
      error_detail: model.json().nullable(),
      account: model.belongsTo(() => DiscordAccount, { mappedBy: "memberships" }),
      server: model.belongsTo(() => DiscordServer, { mappedBy: "memberships" }),
      grants: model.hasMany(() => RoleGrant, { mappedBy: "membership" }),
    },
  )
  .indexes([
    { on: ["account_id", "server_id"], unique: true },
    {
      name: "IDX_discord_membership_due",
      on: ["server_id", "priority", "next_attempt_at"],
      where: "next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    // One for each kind of work that is claimed apart from the others: the first due is found without reading past them.
    {
      name: "IDX_discord_membership_due_inside",
      on: ["server_id", "priority", "next_attempt_at"],
      where: "in_server IS TRUE AND next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_due_unseen",
      on: ["server_id", "priority", "next_attempt_at"],
      where: "in_server IS NULL AND next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_due_outside",
      on: ["server_id", "priority", "next_attempt_at"],
      where: "in_server IS FALSE AND next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_look_at",
      on: ["server_id", "look_at"],
      where: "look_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_recheck_at",
      on: ["recheck_at"],
      where: "recheck_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_error_owner",
      on: ["server_id", "error_owner"],
      where: "error_owner IN ('admin', 'bug') AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_waiting_for_admin",
      on: ["server_id"],
      where: "status = 'waiting_for_admin' AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_retrying",
      on: ["server_id"],
      where: "status = 'retrying' AND deleted_at IS NULL",
    },
    {
      // Customers whom no process was told of, in whatever server.
      name: "IDX_discord_membership_customer_due",
      on: ["next_attempt_at"],
      where: "priority = 0 AND next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_membership_sync_run_id",
      on: ["sync_run_id"],
      where: "sync_run_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
  .cascades({ delete: ["grants"] })

export default Membership
