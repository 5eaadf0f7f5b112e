import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was sealed by another key than the newest is read in batches, from account to account. */
export class Migration20261126110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_account_token_seal";`);
    this.addSql(`create index if not exists "IDX_discord_account_token_seal" on "discord_account_token" ((split_part(sealed, '.', 1) || '.' || split_part(sealed, '.', 3)), "account_id");`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discord_account_token_seal";`);
    this.addSql(`create index if not exists "IDX_discord_account_token_seal" on "discord_account_token" ((split_part(sealed, '.', 1) || '.' || split_part(sealed, '.', 3)));`);
  }
}
