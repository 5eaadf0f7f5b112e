import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A chore says how often it is to be done, so that any process can tell which are overdue. */
export class Migration20261128160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_lease" add column if not exists "every_ms" integer null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_lease" drop column if exists "every_ms";`)
  }
}
