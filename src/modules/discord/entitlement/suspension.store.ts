import type { ChangeCause } from "./manual-access.rules"
import { describeSuspension, type SuspendableAccess, type Suspension } from "./suspension.rules"
import { PRIORITY, type EntitlementSource } from "../statuses.rules"
import { rows, type Db } from "../db/db"
import { markDue } from "../membership/mark.store"
import { writeActivity } from "../activity/activity.store"
import { lockOwned, lockSources } from "../db/advisory-locks"

/** One entitlement, or all that an order, a subscription or a reference gives. */
export type AccessSelector = { id: string } | { source: EntitlementSource; source_id: string }

export interface SuspensionWritten {
  access: SuspendableAccess
  before: SuspendableAccess
}

const COLUMNS = `id, source, source_id, variant_id, customer_id,
  suspended_at, suspended_reason, suspended_note, suspended_by`

/**
 * What a selector names. An order that pays for a subscription gives nothing by itself: it stands for what the subscription
 * gives.
 */
export async function findSuspendable(db: Db, by: AccessSelector): Promise<SuspendableAccess[]> {
  if ("id" in by) {
    return rows(
      db,
      `select ${COLUMNS} from discord_entitlement where id = :id and deleted_at is null`,
      { id: by.id },
    )
  }
  return rows(
    db,
    `with given as materialized (
       select * from discord_entitlement
        where source = :source and source_id = :source_id and deleted_at is null)
     select ${COLUMNS} from given
     union
     select ${COLUMNS} from discord_entitlement
      where :source = 'order' and source = 'subscription' and deleted_at is null
        and customer_id = any(array(select customer_id from given))
        and (order_ids @> to_jsonb(cast(:source_id as text))
          or exists (select 1 from given g where g.subscription_ids @> to_jsonb(discord_entitlement.source_id)))
      order by id`,
    { source: by.source, source_id: by.source_id },
  )
}

/**
 * Suspends or resumes access and marks the memberships that it touches, in one transaction.
 *
 * @param decide what a suspension becomes; undefined = it stays. Whatever it throws leaves everything as it was
 */
export async function writeSuspensions(
  db: Db,
  by: readonly AccessSelector[],
  decide: (before: SuspendableAccess) => Suspension | undefined,
  log: { actor_id: string | null; cause?: ChangeCause },
): Promise<{ written: SuspensionWritten[]; server_ids: string[] }> {
  return db.transaction(async (tx) => {
    const known = await findAll(tx, by)
    await lockSources(
      tx,
      known.map((access) => access.source_id),
    )
    await lockOwned(tx, known)
    // What was written while this waited counts.
    const written: SuspensionWritten[] = []
    for (const before of await findAll(tx, by)) {
      const wanted = decide(before)
      if (wanted) {
        written.push({ before, access: await write(tx, { ...before, ...wanted }) })
      }
    }
    if (written.length === 0) {
      return { written, server_ids: [] }
    }
    await writeActivity(
      tx,
      written.map((each) => entryOf(each, log)),
    )
    const owners = written.map(({ access }) => access)
    return { written, server_ids: await markDue(tx, { kind: "owners", owners }, PRIORITY.customer) }
  })
}

async function findAll(db: Db, by: readonly AccessSelector[]): Promise<SuspendableAccess[]> {
  const found: SuspendableAccess[] = []
  for (const selector of by) {
    found.push(...(await findSuspendable(db, selector)))
  }
  return found
}

async function write(tx: Db, access: SuspendableAccess): Promise<SuspendableAccess> {
  const { id, suspended_at, suspended_reason, suspended_note, suspended_by } = access
  await rows(
    tx,
    `update discord_entitlement
        set suspended_at = :suspended_at, suspended_reason = :suspended_reason,
            suspended_note = :suspended_note, suspended_by = :suspended_by, updated_at = now()
      where id = :id`,
    { id, suspended_at, suspended_reason, suspended_note, suspended_by },
  )
  return access
}

function entryOf(
  { access, before }: SuspensionWritten,
  { actor_id, cause }: { actor_id: string | null; cause?: ChangeCause },
) {
  const isSuspended = access.suspended_at !== null
  const { suspended_reason, suspended_note } = isSuspended ? access : before
  return {
    action: isSuspended ? ("access_suspended" as const) : ("access_resumed" as const),
    trigger: actor_id ?? access.source_id,
    message: describeSuspension(
      access,
      suspended_reason ?? "other",
      cause ?? { note: suspended_note },
    ),
  }
}
