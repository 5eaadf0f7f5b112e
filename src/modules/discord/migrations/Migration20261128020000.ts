import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What goes with an account is found by an index without conditions: PostgreSQL deletes by no other. */
export class Migration20261128020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_discord_order_link_account_id_cascade" on "discord_order_link" ("account_id");`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_order_link_account_id_cascade";`)
  }
}
