import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A paused server is tried by one call, ever more rarely, until one succeeds. */
export class Migration20261126080100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_server" add column if not exists "pause_code" text null, add column if not exists "probe_at" timestamptz null, add column if not exists "probe_count" integer not null default 0, add column if not exists "requires_two_factor" boolean not null default false;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_server" drop column if exists "pause_code", drop column if exists "probe_at", drop column if exists "probe_count", drop column if exists "requires_two_factor";`)
  }
}
