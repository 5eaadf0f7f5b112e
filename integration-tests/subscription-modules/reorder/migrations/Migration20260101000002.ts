import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20260101000002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "reorder_subscription" ("id" text not null, "reference" text not null, "status" text check ("status" in ('active', 'paused', 'cancelled', 'past_due')) not null default 'active', "customer_id" text not null, "product_id" text not null, "variant_id" text not null, "started_at" timestamptz not null, "next_renewal_at" timestamptz null, "last_renewal_at" timestamptz null, "paused_at" timestamptz null, "cancelled_at" timestamptz null, "cancel_effective_at" timestamptz null, "is_trial" boolean not null default false, "trial_ends_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "reorder_subscription_pkey" primary key ("id"));`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "reorder_subscription" cascade;`)
  }
}
