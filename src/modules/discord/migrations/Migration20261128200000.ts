import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is over long enough to be forgotten is found without reading everything. */
export class Migration20261128200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_connect_message_done" ON "discord_connect_message" ("created_at") WHERE next_attempt_at IS NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_incident_closed" ON "discord_incident" ("closed_at") WHERE closing_told_at IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_sync_run_finished_at" ON "discord_sync_run" ("finished_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const name of ["connect_message_done", "incident_closed", "sync_run_finished_at"]) {
      this.addSql(`drop index if exists "IDX_discord_${name}";`)
    }
  }
}
