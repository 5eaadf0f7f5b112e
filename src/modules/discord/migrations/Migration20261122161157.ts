import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122161157 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "discord_activity_entry" drop constraint if exists "discord_activity_entry_action_check";`);

    this.addSql(`alter table if exists "discord_role_grant" drop constraint if exists "discord_role_grant_origin_check";`);

    this.addSql(`alter table if exists "discord_activity_entry" add constraint "discord_activity_entry_action_check" check("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'role_withheld', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed'));`);

    this.addSql(`alter table if exists "discord_server" add column if not exists "on_access_end" text check ("on_access_end" in ('remove_roles', 'kick')) not null default 'remove_roles', add column if not exists "on_role_removed" text check ("on_role_removed" in ('restore', 'respect')) not null default 'restore', add column if not exists "adopted_roles" text check ("adopted_roles" in ('keep', 'remove')) not null default 'keep';`);

    this.addSql(`alter table if exists "discord_membership" add column if not exists "join_role_ids" jsonb null, add column if not exists "verify" boolean not null default false;`);

    this.addSql(`alter table if exists "discord_role_grant" add constraint "discord_role_grant_origin_check" check("origin" in ('granted', 'adopted', 'withheld'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "discord_activity_entry" drop constraint if exists "discord_activity_entry_action_check";`);

    this.addSql(`alter table if exists "discord_role_grant" drop constraint if exists "discord_role_grant_origin_check";`);

    this.addSql(`alter table if exists "discord_activity_entry" add constraint "discord_activity_entry_action_check" check("action" in ('member_joined', 'member_read', 'role_added', 'role_removed', 'roles_replaced', 'member_kicked', 'role_adopted', 'role_left', 'sync_failed', 'waiting', 'account_linked', 'account_unlinked', 'server_connected', 'server_disconnected', 'server_paused', 'server_resumed'));`);

    this.addSql(`alter table if exists "discord_server" drop column if exists "on_access_end", drop column if exists "on_role_removed", drop column if exists "adopted_roles";`);

    this.addSql(`alter table if exists "discord_membership" drop column if exists "join_role_ids", drop column if exists "verify";`);

    this.addSql(`alter table if exists "discord_role_grant" add constraint "discord_role_grant_origin_check" check("origin" in ('granted', 'adopted'));`);
  }

}
