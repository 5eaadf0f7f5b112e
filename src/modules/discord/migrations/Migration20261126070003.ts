import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Leases of processes, and indexes for what each minute asks. */
export class Migration20261126070003 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "discord_lease" ("id" text not null, "owner" text not null, "expires_at" timestamptz not null, "begun_at" timestamptz null, "done_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "discord_lease_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_lease_deleted_at" ON "discord_lease" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_account_unlinked" ON "discord_account" ("updated_at") WHERE status = 'unlinked' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_waiting_for_admin" ON "discord_membership" ("server_id") WHERE status = 'waiting_for_admin' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_discord_membership_customer_due" ON "discord_membership" ("next_attempt_at") WHERE priority = 0 AND next_attempt_at IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_membership_customer_due";`);
    this.addSql(`drop index if exists "IDX_discord_membership_waiting_for_admin";`);
    this.addSql(`drop index if exists "IDX_discord_account_unlinked";`);
    this.addSql(`drop table if exists "discord_lease" cascade;`);
  }

}
