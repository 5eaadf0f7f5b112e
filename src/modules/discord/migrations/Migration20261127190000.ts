import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A mapping says in which time it is offered: what was retired, as its variant was deleted, is offered until then. A variant and a
 * role have one mapping that is offered, and any number that earlier buyers keep.
 */
export class Migration20261127190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "discord_role_mapping" rename column "retired_at" to "offered_until";`,
    )
    this.addSql(
      `alter table if exists "discord_role_mapping" add column if not exists "offered_from" timestamptz null;`,
    )
    this.addSql(`drop index if exists "IDX_discord_role_mapping_variant_id_role_id_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_role_mapping_variant_id_role_id_unique" ON "discord_role_mapping" ("variant_id", "role_id") WHERE offered_until IS NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_discord_role_mapping_variant_id" ON "discord_role_mapping" ("variant_id") WHERE deleted_at IS NULL;`,
    )
  }

  /** Where there are several mappings of a variant and a role, the last one stays. */
  override async down(): Promise<void> {
    this.addSql(
      `delete from "discord_role_mapping" as m using "discord_role_mapping" as later
        where later.variant_id = m.variant_id and later.role_id = m.role_id
          and coalesce(later.offered_until, 'infinity') > coalesce(m.offered_until, 'infinity');`,
    )
    this.addSql(`drop index if exists "IDX_discord_role_mapping_variant_id";`)
    this.addSql(`drop index if exists "IDX_discord_role_mapping_variant_id_role_id_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_discord_role_mapping_variant_id_role_id_unique" ON "discord_role_mapping" ("variant_id", "role_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `alter table if exists "discord_role_mapping" drop column if exists "offered_from";`,
    )
    this.addSql(
      `alter table if exists "discord_role_mapping" rename column "offered_until" to "retired_at";`,
    )
  }
}
