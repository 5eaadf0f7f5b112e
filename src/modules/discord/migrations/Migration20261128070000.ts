import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** All members of a server are held against Discord by one mechanism: what it has found, and when it last looked. */
export class Migration20261128070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "discord_difference" ("id" text not null, "sync_run_id" text not null, "membership_id" text not null, "added" jsonb not null, "removed" jsonb not null, "sighting" jsonb null, "seen_at" timestamptz not null, "applied_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_difference_pkey" primary key ("id"));`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_difference_deleted_at" ON "discord_difference" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_difference_sync_run_id_membership_id_unique" ON "discord_difference" ("sync_run_id", "membership_id") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_difference_membership_id" ON "discord_difference" ("membership_id") WHERE deleted_at IS NULL;`)

    this.addSql(`alter table if exists "discord_sync_run" drop constraint if exists "discord_sync_run_status_check";`)
    this.addSql(`alter table if exists "discord_sync_run" add constraint "discord_sync_run_status_check" check("status" in ('running', 'waiting_for_admin', 'completed', 'canceled', 'failed'));`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_sync_run_one_reconcile" ON "discord_sync_run" ("server_id") WHERE kind = 'reconcile' AND status = 'running' AND deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_sync_run_reconciles" ON "discord_sync_run" ("server_id", "created_at") WHERE kind = 'reconcile' AND deleted_at IS NULL;`)

    // In the order in which Discord lists users: their ids are numbers of different lengths.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_account_listed" ON "discord_account" ((length("discord_user_id")), "discord_user_id") WHERE deleted_at IS NULL;`)

    this.addSql(`alter table if exists "discord_server" add column if not exists "reconciled_at" timestamptz null, drop column if exists "check_requested_at";`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_server" add column if not exists "check_requested_at" timestamptz null, drop column if exists "reconciled_at";`)
    this.addSql(`drop index if exists "IDX_discord_account_listed";`)
    this.addSql(`drop index if exists "IDX_discord_sync_run_reconciles";`)
    this.addSql(`drop index if exists "IDX_discord_sync_run_one_reconcile";`)
    this.addSql(`update "discord_sync_run" set "status" = 'canceled' where "status" = 'waiting_for_admin';`)
    this.addSql(`alter table if exists "discord_sync_run" drop constraint if exists "discord_sync_run_status_check";`)
    this.addSql(`alter table if exists "discord_sync_run" add constraint "discord_sync_run_status_check" check("status" in ('running', 'completed', 'canceled', 'failed'));`)
    this.addSql(`drop table if exists "discord_difference" cascade;`)
  }
}
