import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Tables that grow with a store's customers and with time; reading one of them from end to end is never quick for long. */
export const GROWING_TABLES = [
  "discord_account",
  "discord_account_link",
  "discord_account_token",
  "discord_activity_entry",
  "discord_cart_consent",
  "discord_claim",
  "discord_connect_message",
  "discord_difference",
  "discord_entitlement",
  "discord_incident",
  "discord_membership",
  "discord_oauth_state",
  "discord_order_link",
  "discord_request_limit",
  "discord_role_grant",
  "discord_sync_run",
  "discord_watermark",
] as const

const LONG_AGO = "now() - interval '30 days'"
const EACH = "from generate_series(1, :people) as i"

const PEOPLE = [
  `insert into discord_account (id, discord_user_id, username, scopes, created_at, updated_at)
     select 'dacc_' || i, 'user_' || i, 'user_' || i, '{}', ${LONG_AGO}, ${LONG_AGO} ${EACH}`,
  `insert into discord_account_link (id, customer_id, account_id, created_at, updated_at)
     select 'dlink_' || i, 'cus_' || i, 'dacc_' || i, ${LONG_AGO}, ${LONG_AGO} ${EACH}`,
  // Each server has as many members, all of them brought up to date.
  `insert into discord_membership
     (id, account_id, server_id, status, in_server, observed_roles, generation, synced_generation, priority, last_seen_at, look_at)
     select 'dmem_' || i, 'dacc_' || i, (cast(:servers as text[]))[1 + i % cardinality(cast(:servers as text[]))], 'synced', true,
            '["1"]', 1, 1, 2, now(), now() + interval '1 day' * (1 + random()) ${EACH}`,
]

/** Tables that hold less than one row for each customer of a quiet minute, and keep what was. */
const HISTORY = [
  `insert into discord_account_token (id, account_id, sealed, expires_at)
     select 'datok_' || i, 'dacc_' || i, 'v1.a.b.c', now() + interval '7 days' ${EACH}`,
  `insert into discord_entitlement (id, source, source_id, variant_id, customer_id, starts_at)
     select 'dent_' || i, 'order', 'order_' || i, 'variant_' || (i % 100), 'cus_' || i, now() ${EACH}`,
  `insert into discord_role_grant (id, membership_id, role_id, origin)
     select 'dgrant_' || i, 'dmem_' || i, '1', 'granted' ${EACH}`,
  `insert into discord_difference (id, sync_run_id, membership_id, added, removed, seen_at)
     select 'ddiff_' || i, 'dsync_1', 'dmem_' || i, '["1"]', '[]', ${LONG_AGO} ${EACH}`,
  `insert into discord_activity_entry (id, action, trigger, membership_id, account_id, role_id, created_at)
     select 'dact_' || i, 'role_added', 'order_' || i, 'dmem_' || i, 'dacc_' || i, '1', now() - random() * interval '80 days' ${EACH}`,
  `insert into discord_claim (id, order_id, customer_id, token_hash, expires_at)
     select 'dclaim_' || i, 'order_' || i, 'guest_' || i, 'hash_' || i, now() + interval '5 days' ${EACH}`,
  `insert into discord_order_link (id, order_id, customer_id, account_id)
     select 'dolink_' || i, 'gorder_' || i, 'guest_' || i, 'dacc_' || i ${EACH}`,
  `insert into discord_cart_consent
     (id, cart_id, discord_user_id, username, scopes, sealed, token_expires_at, expires_at)
     select 'dcart_' || i, 'cart_' || i, 'user_' || i, 'user_' || i, '{}', 'v1.a.b.c', now() + interval '5 days',
            now() + interval '5 days' ${EACH}`,
  `insert into discord_connect_message (id, order_id, customer_id, sent_at)
     select 'dmsg_' || i, 'order_' || i, 'cus_' || i, now() ${EACH}`,
  `insert into discord_oauth_state (id, state_hash, browser_hash, purpose, actor_id, sealed_verifier, expires_at)
     select 'dstate_' || i, 'state_' || i, 'browser_' || i, 'link_account', 'cus_' || i, 'v', now() + interval '10 minutes' ${EACH}`,
  `insert into discord_incident (id, server_id, reason, closed_at, opening_told_at, closing_told_at)
     select 'dinc_' || i, 'dserv_' || (i % 100), 'mended', now(), now(), now() ${EACH}`,
  `insert into discord_sync_run (id, kind, status, scope, marked_at, finished_at, created_at)
     select 'dsync_' || i, 'role_mapping', case when i % 100 = 0 then 'canceled' else 'completed' end,
            '{"variant_ids":[],"server_ids":[]}', now() - interval '9 days', now() - interval '9 days', now() - interval '9 days' ${EACH}`,
  `insert into discord_watermark (id, name, at) select 'dmark_' || i, 'old:' || i, now() ${EACH}`,
  `insert into discord_request_limit (key, points, expire)
     select 'limit_' || i, 1, cast(extract(epoch from now()) * 1000 as bigint) + 3600000 ${EACH}`,
]

/**
 * A store with many customers, all of whose roles are right: one statement a table. Servers are named in the database only.
 *
 * @param crowd.servers ids of `discord_server`: members are spread evenly over them
 * @param crowd.withHistory also what is kept of purchases, consents and trouble that is over
 */
export async function insertCrowd(
  db: Knex,
  crowd: { people: number; servers: string[]; withHistory: boolean },
): Promise<void> {
  const { people, servers, withHistory } = crowd
  for (const statement of [...PEOPLE, ...(withHistory ? HISTORY : [])]) {
    await db.raw(statement, { people, servers })
  }
  await db.raw("vacuum analyze")
}
