import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When each member was last seen, and from when on they are worth a look. */
export class Migration20261126070001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_membership" add column if not exists "last_seen_at" timestamptz null, add column if not exists "look_at" timestamptz null default now(), add column if not exists "joined_at" timestamptz null, add column if not exists "pending" boolean null;`,
    )
    // Nobody has been seen yet, as far as is known: all are looked at, a few at a time. A default writes to no row.
    this.addSql(`alter table if exists "discord_membership" alter column "look_at" drop default;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_membership_look_at" ON "discord_membership" ("server_id", "look_at") WHERE look_at IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `alter table if exists "discord_server" add column if not exists "check_requested_at" timestamptz null, add column if not exists "screens_members" boolean not null default false;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_membership_look_at";`)
    this.addSql(
      `alter table if exists "discord_membership" drop column if exists "last_seen_at", drop column if exists "look_at", drop column if exists "joined_at", drop column if exists "pending";`,
    )
    this.addSql(
      `alter table if exists "discord_server" drop column if exists "check_requested_at", drop column if exists "screens_members";`,
    )
  }
}
