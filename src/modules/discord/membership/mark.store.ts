import type { Priority } from "../statuses.rules"
import { newIdSql, rows, type Db } from "../db/db"
import { activeSql, standingSql } from "../entitlement/standing.store"
import { LINKS_SQL, linksOfCustomerSql, ownsSql } from "../account/ownership.store"
import { givesSql } from "../role-mapping/mapping-terms.store"

/**
 * Which memberships a change touches. Each is one set of (account, server) pairs, so that one mechanism marks a single
 * buyer and a hundred thousand members alike.
 */
export type MarkScope =
  /** Customers, each with a variant that their right to has changed. */
  | { kind: "owners"; owners: readonly Owner[] }
  /** Accounts that were linked or unlinked. */
  | { kind: "accounts"; account_ids: readonly string[] }
  /** Everyone who owns one of these variants: its mapping to roles of these servers changed. */
  | { kind: "variants"; variant_ids: string[]; server_ids: string[] }
  /** Every known member of a server. */
  | { kind: "server"; server_id: string }
  /** Some members, who are known already. */
  | { kind: "members"; membership_ids: readonly string[] }
  /** Members of a server that wait for the admin: what they waited for may be mended. */
  | { kind: "parked"; server_id: string }
  /** Memberships whose desired roles time alone has changed. */
  | { kind: "clock" }

export interface Owner {
  customer_id: string
  variant_id: string
}

const PAIRS: Record<MarkScope["kind"], string> = {
  owners: `
    with linked as materialized (
      select owner.variant_id, l.*
        from jsonb_to_recordset(cast(:owners as jsonb)) as owner(customer_id text, variant_id text)
        cross join lateral ${linksOfCustomerSql("owner.customer_id")} l)
    select l.account_id, r.server_id
      from linked l
      join discord_role_mapping m on m.variant_id = l.variant_id and m.deleted_at is null
      join discord_role r on r.id = m.role_id and r.deleted_at is null
     -- Who has bought something else than was offered there is left in peace; who has lost it may still have its roles.
     where exists (select 1 from discord_entitlement e
                    where ${ownsSql("l", "e")} and e.deleted_at is null and ${givesSql("m", "e")})
        or exists (select 1 from discord_membership ms
                    where ms.account_id = l.account_id and ms.server_id = r.server_id
                      and ms.deleted_at is null)
    union
    -- What they have lost may have given roles in other servers: its mapping was changed, and they are not marked yet for that.
    select l.account_id, ms.server_id
      from linked l
      join discord_membership ms on ms.account_id = l.account_id and ms.deleted_at is null
     where not exists (select 1 from discord_entitlement e
                        where ${ownsSql("l", "e")} and e.variant_id = l.variant_id
                          and e.deleted_at is null and ${activeSql("e")})`,
  // From the account outwards: by way of the variants, the planner would read every owner of them.
  accounts: `
    with owned as materialized (
      select l.account_id, e.variant_id, e.starts_at, e.created_at, e.ends_at, e.ended_reason,
             e.suspended_at
        from ${LINKS_SQL} l
        join discord_entitlement e on ${ownsSql("l", "e")} and e.deleted_at is null
       where l.account_id = any(:account_ids)
         and (e.ends_at is null or e.ends_at > now() or e.ended_reason is null))
    select account_id, server_id from discord_membership
     where account_id = any(:account_ids) and deleted_at is null
    union
    select owned.account_id, r.server_id
      from owned
      join discord_role_mapping m on ${givesSql("m", "owned")}
      join discord_role r on r.id = m.role_id and r.deleted_at is null
      join discord_server s on s.id = r.server_id
     where ${standingSql("owned", "s.grace_hours")}`,
  variants: `
    select l.account_id, s.id as server_id
      from discord_entitlement e
      join ${LINKS_SQL} l on ${ownsSql("l", "e")}
      cross join discord_server s
     where e.variant_id = any(:variant_ids) and e.deleted_at is null
       and ${standingSql("e", "s.grace_hours")}
       and s.id = any(:server_ids) and s.deleted_at is null`,
  server: `
    select account_id, server_id from discord_membership
     where server_id = :server_id and deleted_at is null`,
  members: `
    select account_id, server_id from discord_membership
     where id = any(:membership_ids) and deleted_at is null`,
  parked: `
    select account_id, server_id from discord_membership
     where server_id = :server_id and status = 'waiting_for_admin' and deleted_at is null`,
  clock: `
    select account_id, server_id from discord_membership
     where recheck_at <= now() and deleted_at is null`,
}

/**
 * Whether to look at the members in Discord: `first`, before anything is done, since somebody says that something is
 * different there; `lately`, as soon as they were not seen a short while ago, since somebody has paid and waits.
 */
export type Look = "first" | "lately"

/**
 * Makes every membership in scope due, creating the missing ones. Run it in the transaction that makes the change: then no
 * crash can keep the one and lose the other. Once in a transaction: what it marks is locked in one order, and two transactions
 * that mark the same members in several steps could wait for each other.
 *
 * @param options.look whether to look at the members, too; left out, what is believed of them is acted on
 * @returns the servers that have work now
 */
export async function markDue(
  db: Db,
  scope: MarkScope,
  priority: Priority,
  { look = null }: { look?: Look | null } = {},
): Promise<string[]> {
  const { kind, ...bindings } = scope.kind === "owners" ? ownersAsJson(scope) : scope
  // Sorted, so that two statements over the same rows lock them in the same order and never deadlock.
  const marked = await rows<{ server_id: string }>(
    db,
    `with pairs as (${PAIRS[kind]}),
     marked as (
       insert into discord_membership as membership
         (id, account_id, server_id, generation, status, priority, next_attempt_at, verify, look_at)
       select ${newIdSql("dmem")}, account_id, server_id, 1, 'due', :priority, now(), :verify,
              case when :look then now() end
         from (select distinct account_id, server_id from pairs) as touched
        order by account_id, server_id
       on conflict (account_id, server_id) where deleted_at is null do update set
         generation = membership.generation + 1,
         status = 'due',
         attempts = 0,
         priority = case when membership.next_attempt_at is null then excluded.priority
                         else least(membership.priority, excluded.priority) end,
         next_attempt_at = now(),
         verify = membership.verify or excluded.verify,
         look_at = coalesce(excluded.look_at, membership.look_at),
         recheck_at = null,
         -- Due for a reason of its own now: a bulk run that is canceled must not hold it back.
         sync_run_id = null,
         updated_at = now()
       returning server_id)
     select distinct server_id from marked`,
    { ...bindings, priority, verify: look === "first", look: look !== null },
  )
  return marked.map((row) => row.server_id)
}

function ownersAsJson({ kind, owners }: Extract<MarkScope, { kind: "owners" }>) {
  const pairs = owners.map(({ customer_id, variant_id }) => ({ customer_id, variant_id }))
  return { kind, owners: JSON.stringify(pairs) }
}
