import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Browsers that came back from Discord to the plugin's own pages. */
export class Migration20261127235204 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "discord_page_session" ("id" text not null, "token_hash" text not null, "purpose" text not null, "actor_id" text not null, "customer_id" text null, "account_id" text null, "ending" text not null, "reason" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_page_session_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_page_session_deleted_at" ON "discord_page_session" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_page_session_token_hash_unique" ON "discord_page_session" ("token_hash") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_page_session_expires_at" ON "discord_page_session" ("expires_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_page_session_actor_id" ON "discord_page_session" ("actor_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_page_session_customer_id" ON "discord_page_session" ("customer_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "discord_page_session" cascade;`);
  }

}
