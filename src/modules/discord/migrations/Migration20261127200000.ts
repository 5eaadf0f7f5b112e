import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A page of a hundred thousand entitlements is read in the order of their ends or beginnings, not sorted anew each time. */
export class Migration20261127200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_ends_at_id" ON "discord_entitlement" ("ends_at", "id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_starts_at_id" ON "discord_entitlement" ("starts_at", "id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_suspended_at" ON "discord_entitlement" ("suspended_at") WHERE suspended_at IS NOT NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_entitlement_ends_at_id";`)
    this.addSql(`drop index if exists "IDX_discord_entitlement_starts_at_id";`)
    this.addSql(`drop index if exists "IDX_discord_entitlement_suspended_at";`)
  }
}
