import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What stands in an entry about access given by hand begins with the entitlement's id. */
const ABOUT_ACCESS = `action in ('access_granted', 'access_changed', 'access_ended', 'access_suspended', 'access_resumed')`

/** Columns by which PostgreSQL finds what goes with a deleted row: it knows nothing of `deleted_at`. */
const CASCADES: [table: string, column: string][] = [
  ["discord_account_link", "account_id"],
  ["discord_account_token", "account_id"],
  ["discord_membership", "account_id"],
  ["discord_role_grant", "membership_id"],
]

/** Indexes for what the store's chores, purchases and erasures ask of tables that grow. */
export class Migration20261126080300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_discord_claim_customer_id" on "discord_claim" ("customer_id") where deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_discord_membership_retrying" on "discord_membership" ("server_id") where status = 'retrying' and deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_discord_activity_entry_source_failed" on "discord_activity_entry" ("created_at") where action = 'source_failed' and deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_discord_activity_entry_entitlement" on "discord_activity_entry" ((split_part(message, ':', 1))) where ${ABOUT_ACCESS} and deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_discord_watermark_name_prefix" on "discord_watermark" ("name" text_pattern_ops) where deleted_at is null;`,
    )
    for (const [table, column] of CASCADES) {
      this.addSql(
        `create index if not exists "IDX_${table}_${column}_cascade" on "${table}" ("${column}");`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const [table, column] of CASCADES) {
      this.addSql(`drop index if exists "IDX_${table}_${column}_cascade";`)
    }
    for (const index of [
      "claim_customer_id",
      "membership_retrying",
      "activity_entry_source_failed",
      "activity_entry_entitlement",
      "watermark_name_prefix",
    ]) {
      this.addSql(`drop index if exists "IDX_discord_${index}";`)
    }
  }
}
