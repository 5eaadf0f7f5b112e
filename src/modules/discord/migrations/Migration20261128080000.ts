import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Consents of guests' carts by the key they are sealed with, as tokens have it. */
export class Migration20261128080000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_cart_consent_mark" ON "discord_cart_consent" ((split_part(sealed, '.', 1) || '.' || split_part(sealed, '.', 3))) WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`DROP INDEX IF EXISTS "IDX_discord_cart_consent_mark";`)
  }
}
