import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A process says whether Discord takes its bot token. */
export class Migration20261128150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_process" add column if not exists "bot_token" text check ("bot_token" in ('unknown', 'accepted', 'refused')) not null default 'unknown', add column if not exists "bot_token_seen_at" timestamptz null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_process" drop column if exists "bot_token", drop column if exists "bot_token_seen_at";`,
    )
  }
}
