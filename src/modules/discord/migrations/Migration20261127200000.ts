import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A page of a hundred thousand entitlements is read in the order of their ends or beginnings, not sorted anew each time. Without
 * an end is endless: so what has not ended is one stretch of the index.
 */
export class Migration20261127200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_end" ON "discord_entitlement" ((coalesce("ends_at", 'infinity'::timestamptz)), "id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_starts_at_id" ON "discord_entitlement" ("starts_at", "id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_entitlement_suspended_at" ON "discord_entitlement" ("suspended_at") WHERE suspended_at IS NOT NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_entitlement_end";`)
    this.addSql(`drop index if exists "IDX_discord_entitlement_starts_at_id";`)
    this.addSql(`drop index if exists "IDX_discord_entitlement_suspended_at";`)
  }
}
