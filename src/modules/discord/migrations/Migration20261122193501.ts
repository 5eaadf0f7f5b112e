import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122193501 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_watermark" drop constraint if exists "discord_watermark_name_unique";`);
    this.addSql(`alter table if exists "discord_role_grant" drop constraint if exists "discord_role_grant_membership_id_role_id_unique";`);
    this.addSql(`alter table if exists "discord_membership" drop constraint if exists "discord_membership_account_id_server_id_unique";`);
    this.addSql(`alter table if exists "discord_role_mapping" drop constraint if exists "discord_role_mapping_variant_id_role_id_unique";`);
    this.addSql(`alter table if exists "discord_role" drop constraint if exists "discord_role_role_id_unique";`);
    this.addSql(`alter table if exists "discord_server" drop constraint if exists "discord_server_guild_id_unique";`);
    this.addSql(`alter table if exists "discord_oauth_state" drop constraint if exists "discord_oauth_state_state_hash_unique";`);
    this.addSql(`alter table if exists "discord_entitlement" drop constraint if exists "discord_entitlement_source_source_id_variant_id_unique";`);
    this.addSql(`alter table if exists "discord_connect_message" drop constraint if exists "discord_connect_message_order_id_unique";`);
    this.addSql(`alter table if exists "discord_claim" drop constraint if exists "discord_claim_token_hash_unique";`);
    this.addSql(`alter table if exists "discord_account_token" drop constraint if exists "discord_account_token_account_id_unique";`);
    this.addSql(`alter table if exists "discord_account_link" drop constraint if exists "discord_account_link_customer_id_unique";`);
    this.addSql(`alter table if exists "discord_account" drop constraint if exists "discord_account_discord_user_id_unique";`);
    this.addSql(`create table if not exists "discord_account" ("id" text not null, "discord_user_id" text not null, "username" text not null, "global_name" text null, "avatar" text null, "scopes" text[] not null, "status" text check ("status" in ('linked', 'token_invalid', 'unlinked')) not null default 'linked', "erase_requested_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_account_deleted_at" ON "discord_account" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_account_discord_user_id_unique" ON "discord_account" ("discord_user_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_account_link" ("id" text not null, "customer_id" text not null, "registered" boolean not null default true, "account_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_account_link_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_account_link_account_id" ON "discord_account_link" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_account_link_deleted_at" ON "discord_account_link" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_account_link_customer_id_unique" ON "discord_account_link" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_account_link_one_registered_customer" ON "discord_account_link" ("account_id") WHERE registered AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_account_token" ("id" text not null, "sealed" text not null, "expires_at" timestamptz not null, "account_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_account_token_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_account_token_account_id_unique" ON "discord_account_token" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_account_token_deleted_at" ON "discord_account_token" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_activity_entry" ("id" text not null, "action" text check ("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'role_withheld', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed', 'access_granted', 'access_changed', 'access_ended', 'source_failed', 'role_mapping_changed', 'order_claimed', 'message_sent', 'customer_erased')) not null, "trigger" text null, "membership_id" text null, "server_id" text null, "account_id" text null, "role_id" text null, "attempt" integer not null default 1, "discord_status" integer null, "discord_code" text null, "message" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_activity_entry_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_activity_entry_deleted_at" ON "discord_activity_entry" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_activity_entry_membership_id_created_at" ON "discord_activity_entry" ("membership_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_activity_entry_created_at" ON "discord_activity_entry" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_claim" ("id" text not null, "order_id" text not null, "customer_id" text not null, "token_hash" text not null, "expires_at" timestamptz not null, "claimed_at" timestamptz null, "account_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_claim_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_claim_deleted_at" ON "discord_claim" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_claim_token_hash_unique" ON "discord_claim" ("token_hash") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_claim_order_id" ON "discord_claim" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_claim_expires_at" ON "discord_claim" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_connect_message" ("id" text not null, "order_id" text not null, "customer_id" text not null, "sent_at" timestamptz null, "reminded_at" timestamptz null, "next_attempt_at" timestamptz null, "attempts" integer not null default 0, "error_message" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_connect_message_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_connect_message_deleted_at" ON "discord_connect_message" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_connect_message_order_id_unique" ON "discord_connect_message" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_connect_message_customer_id" ON "discord_connect_message" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_connect_message_due" ON "discord_connect_message" ("next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_entitlement" ("id" text not null, "source" text check ("source" in ('order', 'subscription', 'manual')) not null, "source_id" text not null, "variant_id" text not null, "customer_id" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "ended_reason" text null, "provider" text null, "actor_id" text null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_entitlement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_deleted_at" ON "discord_entitlement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_entitlement_source_source_id_variant_id_unique" ON "discord_entitlement" ("source", "source_id", "variant_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_customer_id" ON "discord_entitlement" ("customer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_variant_id" ON "discord_entitlement" ("variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_oauth_state" ("id" text not null, "state_hash" text not null, "browser_hash" text not null, "purpose" text check ("purpose" in ('connect_server', 'link_account', 'claim_order')) not null, "actor_id" text not null, "sealed_verifier" text not null, "redirect_url" text null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_oauth_state_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_oauth_state_deleted_at" ON "discord_oauth_state" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_oauth_state_state_hash_unique" ON "discord_oauth_state" ("state_hash") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_oauth_state_expires_at" ON "discord_oauth_state" ("expires_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_server" ("id" text not null, "guild_id" text not null, "name" text not null, "icon" text null, "bot_position" integer not null default 0, "bot_role_id" text null, "bot_permissions" text not null default '0', "status" text check ("status" in ('connected', 'paused', 'disconnected')) not null default 'connected', "pause_reason" text null, "takes_back_roles" boolean not null default false, "on_access_end" text check ("on_access_end" in ('remove_roles', 'kick')) not null default 'remove_roles', "on_role_removed" text check ("on_role_removed" in ('restore', 'respect')) not null default 'restore', "grace_hours" integer not null default 0, "adopted_roles" text check ("adopted_roles" in ('keep', 'remove')) not null default 'keep', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_server_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_server_deleted_at" ON "discord_server" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_server_guild_id_unique" ON "discord_server" ("guild_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_role" ("id" text not null, "role_id" text not null, "name" text not null, "color" integer not null default 0, "position" integer not null, "permissions" text not null default '0', "managed" boolean not null default false, "unassignable_reason" text null, "server_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_role_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_server_id" ON "discord_role" ("server_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_deleted_at" ON "discord_role" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_role_role_id_unique" ON "discord_role" ("role_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_role_mapping" ("id" text not null, "variant_id" text not null, "product_id" text not null, "access_days" integer null, "retired_at" timestamptz null, "role_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_role_mapping_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_mapping_role_id" ON "discord_role_mapping" ("role_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_mapping_deleted_at" ON "discord_role_mapping" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_role_mapping_variant_id_role_id_unique" ON "discord_role_mapping" ("variant_id", "role_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_mapping_product_id" ON "discord_role_mapping" ("product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_membership" ("id" text not null, "generation" integer not null default 1, "synced_generation" integer not null default 0, "status" text check ("status" in ('due', 'synced', 'retrying', 'waiting_for_join', 'waiting_for_customer', 'waiting_for_admin')) not null default 'due', "priority" integer not null default 1, "next_attempt_at" timestamptz null, "recheck_at" timestamptz null, "attempts" integer not null default 0, "lease_id" text null, "lease_expires_at" timestamptz null, "in_server" boolean null, "observed_roles" jsonb null, "join_sent_at" timestamptz null, "join_role_ids" jsonb null, "verify" boolean not null default false, "joined_by_us" boolean not null default false, "sync_run_id" text null, "last_synced_at" timestamptz null, "error_owner" text check ("error_owner" in ('transient', 'customer', 'admin', 'satisfied', 'bug')) null, "error_code" text null, "error_message" text null, "account_id" text not null, "server_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_membership_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_account_id" ON "discord_membership" ("account_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_server_id" ON "discord_membership" ("server_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_deleted_at" ON "discord_membership" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_membership_account_id_server_id_unique" ON "discord_membership" ("account_id", "server_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_due" ON "discord_membership" ("server_id", "priority", "next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_recheck_at" ON "discord_membership" ("recheck_at") WHERE recheck_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_sync_run_id" ON "discord_membership" ("sync_run_id") WHERE sync_run_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_role_grant" ("id" text not null, "role_id" text not null, "origin" text check ("origin" in ('granted', 'adopted', 'withheld')) not null, "confirmed" boolean not null default true, "reason" text null, "membership_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_role_grant_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_grant_membership_id" ON "discord_role_grant" ("membership_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_role_grant_deleted_at" ON "discord_role_grant" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_role_grant_membership_id_role_id_unique" ON "discord_role_grant" ("membership_id", "role_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_sync_run" ("id" text not null, "kind" text check ("kind" in ('order_backfill', 'role_mapping', 'reconcile')) not null, "status" text check ("status" in ('running', 'completed', 'canceled', 'failed')) not null default 'running', "dry_run" boolean not null default false, "server_id" text null, "actor_id" text null, "total" integer not null default 0, "done" integer not null default 0, "added" integer not null default 0, "removed" integer not null default 0, "failed" integer not null default 0, "cursor" text null, "error_message" text null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_sync_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_sync_run_deleted_at" ON "discord_sync_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_sync_run_status" ON "discord_sync_run" ("status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_sync_run_created_at" ON "discord_sync_run" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "discord_watermark" ("id" text not null, "name" text not null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_watermark_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_watermark_deleted_at" ON "discord_watermark" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_watermark_name_unique" ON "discord_watermark" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "discord_account_link" add constraint "discord_account_link_account_id_foreign" foreign key ("account_id") references "discord_account" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "discord_account_token" add constraint "discord_account_token_account_id_foreign" foreign key ("account_id") references "discord_account" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "discord_role" add constraint "discord_role_server_id_foreign" foreign key ("server_id") references "discord_server" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "discord_role_mapping" add constraint "discord_role_mapping_role_id_foreign" foreign key ("role_id") references "discord_role" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "discord_membership" add constraint "discord_membership_account_id_foreign" foreign key ("account_id") references "discord_account" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table if exists "discord_membership" add constraint "discord_membership_server_id_foreign" foreign key ("server_id") references "discord_server" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "discord_role_grant" add constraint "discord_role_grant_membership_id_foreign" foreign key ("membership_id") references "discord_membership" ("id") on update cascade on delete cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_account_link" drop constraint if exists "discord_account_link_account_id_foreign";`);

    this.addSql(`alter table if exists "discord_account_token" drop constraint if exists "discord_account_token_account_id_foreign";`);

    this.addSql(`alter table if exists "discord_membership" drop constraint if exists "discord_membership_account_id_foreign";`);

    this.addSql(`alter table if exists "discord_role" drop constraint if exists "discord_role_server_id_foreign";`);

    this.addSql(`alter table if exists "discord_membership" drop constraint if exists "discord_membership_server_id_foreign";`);

    this.addSql(`alter table if exists "discord_role_mapping" drop constraint if exists "discord_role_mapping_role_id_foreign";`);

    this.addSql(`alter table if exists "discord_role_grant" drop constraint if exists "discord_role_grant_membership_id_foreign";`);

    this.addSql(`drop table if exists "discord_account" cascade;`);

    this.addSql(`drop table if exists "discord_account_link" cascade;`);

    this.addSql(`drop table if exists "discord_account_token" cascade;`);

    this.addSql(`drop table if exists "discord_activity_entry" cascade;`);

    this.addSql(`drop table if exists "discord_claim" cascade;`);

    this.addSql(`drop table if exists "discord_connect_message" cascade;`);

    this.addSql(`drop table if exists "discord_entitlement" cascade;`);

    this.addSql(`drop table if exists "discord_oauth_state" cascade;`);

    this.addSql(`drop table if exists "discord_server" cascade;`);

    this.addSql(`drop table if exists "discord_role" cascade;`);

    this.addSql(`drop table if exists "discord_role_mapping" cascade;`);

    this.addSql(`drop table if exists "discord_membership" cascade;`);

    this.addSql(`drop table if exists "discord_role_grant" cascade;`);

    this.addSql(`drop table if exists "discord_sync_run" cascade;`);

    this.addSql(`drop table if exists "discord_watermark" cascade;`);
  }

}
