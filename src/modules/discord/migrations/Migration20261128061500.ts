import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Discord's webhook events that were handled, and the processes of the store that run. */
export class Migration20261128061500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "discord_webhook_event" ("id" text not null, "event_key" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_webhook_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_webhook_event_deleted_at" ON "discord_webhook_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_webhook_event_event_key_unique" ON "discord_webhook_event" ("event_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_webhook_event_created_at" ON "discord_webhook_event" ("created_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "discord_process" ("id" text not null, "worker_mode" text not null, "has_shared_locks" boolean not null, "seen_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_process_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_process_deleted_at" ON "discord_process" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "discord_webhook_event" cascade;`)
    this.addSql(`drop table if exists "discord_process" cascade;`)
  }
}
