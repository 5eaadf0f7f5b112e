import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A comparison tells who would be taken out of the server. */
export class Migration20261128193000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_difference" add column if not exists "kicked" boolean not null default false;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_difference" drop column if exists "kicked";`)
  }
}
