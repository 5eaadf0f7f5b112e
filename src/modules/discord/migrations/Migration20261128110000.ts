import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A process says how its connection to Discord's gateway is. */
export class Migration20261128110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_process" add column if not exists "gateway" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_process" drop column if exists "gateway";`)
  }
}
