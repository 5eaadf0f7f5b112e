import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Suspended access, owned pieces, and tests of a role that are not taken back yet. */
export class Migration20261126070004 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_entitlement" add column if not exists "quantity" integer not null default 1, add column if not exists "suspended_at" timestamptz null, add column if not exists "suspended_reason" text check ("suspended_reason" in ('dispute', 'abuse', 'other')) null, add column if not exists "suspended_note" text null, add column if not exists "suspended_by" text null;`);
    this.addSql(`alter table if exists "discord_activity_entry" drop constraint if exists "discord_activity_entry_action_check";`);
    this.addSql(`alter table if exists "discord_activity_entry" add constraint "discord_activity_entry_action_check" check ("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'role_withheld', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed', 'access_granted', 'access_changed', 'access_ended', 'access_suspended', 'access_resumed', 'source_failed', 'role_mapping_changed', 'order_claimed', 'message_sent', 'customer_erased'));`);

    this.addSql(`create table if not exists "discord_role_test" ("id" text not null, "server_id" text not null, "guild_id" text not null, "discord_user_id" text not null, "role_id" text not null, "role_name" text not null, "actor_id" text not null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null, "settles_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_role_test_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_test_deleted_at" ON "discord_role_test" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_role_test_server_id_discord_user_id_role_id_unique" ON "discord_role_test" ("server_id", "discord_user_id", "role_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_test_next_attempt_at" ON "discord_role_test" ("next_attempt_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "discord_role_test" cascade;`);

    this.addSql(`delete from "discord_activity_entry" where "action" in ('access_suspended', 'access_resumed');`);
    this.addSql(`alter table if exists "discord_activity_entry" drop constraint if exists "discord_activity_entry_action_check";`);
    this.addSql(`alter table if exists "discord_activity_entry" add constraint "discord_activity_entry_action_check" check ("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'role_withheld', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed', 'access_granted', 'access_changed', 'access_ended', 'source_failed', 'role_mapping_changed', 'order_claimed', 'message_sent', 'customer_erased'));`);
    this.addSql(`alter table if exists "discord_entitlement" drop column if exists "quantity", drop column if exists "suspended_at", drop column if exists "suspended_reason", drop column if exists "suspended_note", drop column if exists "suspended_by";`);
  }

}
