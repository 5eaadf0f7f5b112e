import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** What is sold only to connected buyers, and what guests connect before they buy: a consent for a cart, then a link of its order. */
export class Migration20261128000632 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "discord_cart_consent" ("id" text not null, "cart_id" text not null, "discord_user_id" text not null, "username" text not null, "global_name" text null, "avatar" text null, "scopes" text[] not null, "sealed" text not null, "token_expires_at" timestamptz not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_cart_consent_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_cart_consent_deleted_at" ON "discord_cart_consent" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_cart_consent_cart_id_unique" ON "discord_cart_consent" ("cart_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_cart_consent_expires_at" ON "discord_cart_consent" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_order_link" ("id" text not null, "order_id" text not null, "customer_id" text not null, "account_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_order_link_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_order_link_account_id" ON "discord_order_link" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_order_link_deleted_at" ON "discord_order_link" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_order_link_order_id_unique" ON "discord_order_link" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_order_link_customer_id" ON "discord_order_link" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_product_setting" ("id" text not null, "product_id" text not null, "require_connection" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_product_setting_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_product_setting_deleted_at" ON "discord_product_setting" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_product_setting_product_id_unique" ON "discord_product_setting" ("product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "discord_order_link" add constraint "discord_order_link_account_id_foreign" foreign key ("account_id") references "discord_account" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "discord_oauth_state" drop constraint if exists "discord_oauth_state_purpose_check";`);

    this.addSql(`alter table if exists "discord_oauth_state" add constraint "discord_oauth_state_purpose_check" check("purpose" in ('connect_server', 'link_account', 'claim_order', 'connect_cart'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "discord_cart_consent" cascade;`);

    this.addSql(`drop table if exists "discord_order_link" cascade;`);

    this.addSql(`drop table if exists "discord_product_setting" cascade;`);

    this.addSql(`delete from "discord_oauth_state" where "purpose" = 'connect_cart';`);
    this.addSql(`alter table if exists "discord_oauth_state" drop constraint if exists "discord_oauth_state_purpose_check";`);

    this.addSql(`alter table if exists "discord_oauth_state" add constraint "discord_oauth_state_purpose_check" check("purpose" in ('connect_server', 'link_account', 'claim_order'));`);
  }

}
