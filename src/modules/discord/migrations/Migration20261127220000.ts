import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The invitation that a customer was given to a server: the same one is given again while it is good. */
export class Migration20261127220000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_membership" add column if not exists "invite_code" text null, add column if not exists "invite_expires_at" timestamptz null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_membership" drop column if exists "invite_code", drop column if exists "invite_expires_at";`,
    )
  }
}
