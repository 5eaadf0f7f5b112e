import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who connected Discord lately is asked for each minute. */
export class Migration20261126080301 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_discord_account_link_registered_updated_at" on "discord_account_link" ("updated_at") where registered and deleted_at is null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_account_link_registered_updated_at";`)
  }
}
