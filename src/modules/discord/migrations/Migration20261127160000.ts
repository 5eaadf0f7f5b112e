import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was done for a bulk run says so, and counts for it whatever is done to the same members afterwards. */
export class Migration20261127160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_activity_entry" add column if not exists "sync_run_id" text null;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_activity_entry_sync_run_id" ON "discord_activity_entry" ("sync_run_id") WHERE sync_run_id IS NOT NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_activity_entry_sync_run_id";`)
    this.addSql(
      `alter table if exists "discord_activity_entry" drop column if exists "sync_run_id";`,
    )
  }
}
