import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const DUE = `on "discord_membership" (server_id, priority, next_attempt_at)`
const STILL_DUE = `next_attempt_at IS NOT NULL AND deleted_at IS NULL`

/** What is due is claimed apart for members inside a server, outside it, and not looked at yet. */
export class Migration20261126070002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index if not exists "IDX_discord_membership_due_inside" ${DUE} where in_server IS TRUE and ${STILL_DUE};`,
    )
    this.addSql(
      `create index if not exists "IDX_discord_membership_due_unseen" ${DUE} where in_server IS NULL and ${STILL_DUE};`,
    )
    this.addSql(
      `create index if not exists "IDX_discord_membership_due_outside" ${DUE} where in_server IS FALSE and ${STILL_DUE};`,
    )
  }

  override async down(): Promise<void> {
    for (const presence of ["inside", "unseen", "outside"]) {
      this.addSql(`drop index if exists "IDX_discord_membership_due_${presence}";`)
    }
  }
}
