import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261126070005 extends Migration {
  override async up(): Promise<void> {
    // The column order is the one that rate-limiter-flexible writes in.
    this.addSql(`create table if not exists "discord_request_limit" ("key" varchar(255) not null, "points" integer not null default 0, "expire" bigint null, constraint "discord_request_limit_pkey" primary key ("key"));`);
    this.addSql(`create index if not exists "IDX_discord_request_limit_expire" on "discord_request_limit" ("expire");`);

    this.addSql(`alter table if exists "discord_oauth_state" add column if not exists "entry_hash" text null;`);
    this.addSql(`create index if not exists "IDX_discord_oauth_state_actor_id" on "discord_oauth_state" ("actor_id") where deleted_at is null;`);
    this.addSql(`create index if not exists "IDX_discord_oauth_state_browser_hash" on "discord_oauth_state" ("browser_hash") where deleted_at is null;`);
    this.addSql(`create unique index if not exists "IDX_discord_oauth_state_entry_hash" on "discord_oauth_state" ("entry_hash") where entry_hash is not null and deleted_at is null;`);

    // What was sealed by another key than the newest is found without reading the table.
    this.addSql(`create index if not exists "IDX_discord_account_token_seal" on "discord_account_token" ((split_part(sealed, '.', 1) || '.' || split_part(sealed, '.', 3)));`);

    this.addSql(`alter table if exists "discord_activity_entry" drop constraint if exists "discord_activity_entry_action_check";`);
    this.addSql(`alter table if exists "discord_activity_entry" add constraint "discord_activity_entry_action_check" check ("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'role_withheld', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed', 'access_granted', 'access_changed', 'access_ended', 'access_suspended', 'access_resumed', 'source_failed', 'role_mapping_changed', 'order_claimed', 'message_sent', 'customer_erased', 'connect_failed'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "discord_activity_entry" where "action" = 'connect_failed';`);
    this.addSql(`alter table if exists "discord_activity_entry" drop constraint if exists "discord_activity_entry_action_check";`);
    this.addSql(`alter table if exists "discord_activity_entry" add constraint "discord_activity_entry_action_check" check ("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'role_withheld', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed', 'access_granted', 'access_changed', 'access_ended', 'access_suspended', 'access_resumed', 'source_failed', 'role_mapping_changed', 'order_claimed', 'message_sent', 'customer_erased'));`);

    this.addSql(`drop index if exists "IDX_discord_account_token_seal";`);

    this.addSql(`drop index if exists "IDX_discord_oauth_state_entry_hash";`);
    this.addSql(`drop index if exists "IDX_discord_oauth_state_actor_id";`);
    this.addSql(`drop index if exists "IDX_discord_oauth_state_browser_hash";`);
    this.addSql(`alter table if exists "discord_oauth_state" drop column if exists "entry_hash";`);

    this.addSql(`drop table if exists "discord_request_limit" cascade;`);
  }
}
