import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261126080500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_entitlement" add column if not exists "subscription_ids" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_entitlement" drop column if exists "subscription_ids";`);
  }
}
