import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Calls to Discord by the hour. */
export class Migration20261128130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "discord_call_hour" ("id" text not null, "begins_at" timestamptz not null, "calls" integer not null, "refused" integer not null, "rate_limited" integer not null, "failed" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_call_hour_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_call_hour_deleted_at" ON "discord_call_hour" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_call_hour_begins_at_unique" ON "discord_call_hour" ("begins_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "discord_call_hour" cascade;`)
  }
}
