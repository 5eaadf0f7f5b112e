import { rows, type Db } from "../db/db"
import { offeredSql } from "../role-mapping/mapping-terms.store"
import type { SetupFacts } from "./setup-progress.rules"

/**
 * What is stored of the way to the first member served: one statement, which stops at the first row that tells.
 *
 * A role in the ledger is one that a member has. The log remembers those who had one: a test's role counts, as it went all the way.
 */
export async function readSetupFacts(db: Db): Promise<SetupFacts> {
  const [facts] = await rows<SetupFacts>(
    db,
    `with mapped as (
       select r.id, r.server_id
         from discord_role r
         join discord_server s on s.id = r.server_id and s.deleted_at is null
        where s.status <> 'disconnected' and r.deleted_at is null
          and r.unassignable_reason is distinct from 'deleted'
          and exists (select 1 from discord_role_mapping m
                       where m.role_id = r.id and ${offeredSql("m")})),
     connected as (
       select s.id, s.name, s.unreadable is null as is_readable,
              exists (select 1 from discord_role r
                       where r.server_id = s.id and r.deleted_at is null
                         and r.unassignable_reason is null
                         and (r.id in (select id from mapped) or not exists (select 1 from mapped))) as gives_role,
              exists (select 1 from discord_role r
                       where r.server_id = s.id and r.deleted_at is null
                         and r.unassignable_reason = 'manage_roles_missing') as lacks_manage_roles,
              exists (select 1 from discord_role r
                       where r.server_id = s.id and r.deleted_at is null
                         and r.unassignable_reason = 'above_bot') as has_role_above
         from discord_server s
        where s.status <> 'disconnected' and s.unreadable is distinct from 'bot_in_server'
          and s.deleted_at is null
        order by is_readable desc, gives_role desc, s.id in (select server_id from mapped) desc,
                 s.created_at, s.id
        limit 1)
     select (select row_to_json(connected) from connected) as server,
            exists (select 1 from mapped) as variant_gives_role,
            exists (select 1 from discord_role_grant g
                     where g.origin <> 'withheld' and g.confirmed and g.deleted_at is null)
            or exists (select 1 from discord_activity_entry a
                        where (a.action in ('role_added', 'roles_replaced')
                               or (a.action = 'member_joined' and a.role_id is not null))
                          and a.deleted_at is null) as member_served`,
  )
  if (!facts) {
    throw new Error("PostgreSQL did not tell how far the set-up is")
  }
  return facts
}
