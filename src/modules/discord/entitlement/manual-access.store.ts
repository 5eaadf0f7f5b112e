import {
  describeAccess,
  isSameAccess,
  type ChangeCause,
  type ManualAccess,
} from "./manual-access.rules"
import { PRIORITY, type ActivityAction } from "../statuses.rules"
import { databaseTime, rows, type Db } from "../db/db"
import { markDue, type Owner } from "../membership/mark.store"
import { writeActivity } from "../activity/activity.store"
import { lockOwned, lockSource } from "../db/advisory-locks"

/** Who changes access. */
export interface Actor {
  actor_id: string | null
}

export interface AccessWritten {
  access: ManualAccess
  /** As it was; null when it is new. */
  before: ManualAccess | null
  /** Servers that have work now. */
  server_ids: string[]
}

/** One entitlement, or those given under a reference, all or of one variant. */
export type AccessKey = { id: string } | { reference: string; variant_id?: string | undefined }

const COLUMNS =
  "id, source_id, variant_id, customer_id, starts_at, ends_at, ended_reason, actor_id, note"

/** Finds manual access by its id, or all that was given under a reference. */
export async function findManualAccess(db: Db, by: AccessKey): Promise<ManualAccess[]> {
  const found = await rows<ManualAccess>(
    db,
    `select ${COLUMNS} from discord_entitlement
      where source = 'manual' and ${"id" in by ? "id" : "source_id"} = :id and deleted_at is null
      order by id`,
    { id: "id" in by ? by.id : by.reference },
  )
  const variant_id = "id" in by ? undefined : by.variant_id
  return found.filter((access) => variant_id === undefined || access.variant_id === variant_id)
}

/**
 * Writes manual access down, and marks the memberships that it changes, in one transaction. The same again changes and marks
 * nothing.
 *
 * @param decide what it becomes, from what it is and the database's time; whatever it throws leaves everything as it was
 * @param action what the activity log calls it
 */
export async function writeManualAccess(
  db: Db,
  key: Pick<ManualAccess, "id" | "source_id" | "variant_id" | "customer_id">,
  decide: (before: ManualAccess | null, now: Date) => Omit<ManualAccess, "id" | "source_id">,
  { action, actor_id }: Actor & { action: ActivityAction },
): Promise<AccessWritten> {
  return db.transaction(async (tx) => {
    const known = await hold(tx, key, [key])
    // A customer who was deleted while this waited has lost it.
    const before = known && (await readRow(tx, key))
    const decided = decide(before, await databaseTime(tx))
    const wanted = { ...decided, id: before?.id ?? key.id, source_id: key.source_id }
    if (before && isSameAccess(before, wanted)) {
      return { access: before, before, server_ids: [] }
    }
    const access = await upsert(tx, wanted)
    const server_ids = await announce(tx, access, before, {
      action: before && action === "access_granted" ? "access_changed" : action,
      actor_id,
    })
    return { access, before, server_ids }
  })
}

/** Takes back a change that a later step could not stand by: the row becomes what it was. */
export async function restoreManualAccess(
  db: Db,
  { access, before }: Pick<AccessWritten, "access" | "before">,
  { actor_id }: Actor,
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await hold(tx, access, before ? [access, before] : [access])
    if (before) {
      await upsert(tx, before)
    } else {
      await rows(tx, `delete from discord_entitlement where id = :id`, { id: access.id })
    }
    return announce(tx, before ?? access, access, {
      action: before ? "access_changed" : "access_ended",
      actor_id,
      cause: "undone",
    })
  })
}

/** Nobody else writes this access until the transaction ends. @returns what is stored of it */
async function hold(
  tx: Db,
  key: RowKey,
  concerned: readonly Owner[],
): Promise<ManualAccess | null> {
  await lockSource(tx, key.source_id)
  const known = await readRow(tx, key)
  await lockOwned(tx, known ? [...concerned, known] : concerned)
  return known
}

type RowKey = Pick<ManualAccess, "source_id" | "variant_id">

async function readRow(db: Db, { source_id, variant_id }: RowKey): Promise<ManualAccess | null> {
  const [row] = await rows<ManualAccess>(
    db,
    `select ${COLUMNS} from discord_entitlement
      where source = 'manual' and source_id = :source_id and variant_id = :variant_id
        and deleted_at is null`,
    { source_id, variant_id },
  )
  return row ?? null
}

async function upsert(tx: Db, access: ManualAccess): Promise<ManualAccess> {
  const [stored] = await rows<ManualAccess>(
    tx,
    `insert into discord_entitlement
       (id, source, source_id, variant_id, customer_id, starts_at, ends_at, ended_reason, actor_id, note)
     values (:id, 'manual', :source_id, :variant_id, :customer_id, :starts_at, :ends_at, :ended_reason, :actor_id, :note)
     on conflict (source, source_id, variant_id) where deleted_at is null do update set
       customer_id = excluded.customer_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
       ended_reason = excluded.ended_reason, actor_id = excluded.actor_id, note = excluded.note,
       updated_at = now()
     returning ${COLUMNS}`,
    { ...access },
  )
  if (!stored) {
    throw new Error("Manual access was not stored")
  }
  return stored
}

async function announce(
  tx: Db,
  access: ManualAccess,
  before: ManualAccess | null,
  { action, actor_id, cause = access }: Actor & { action: ActivityAction; cause?: ChangeCause },
): Promise<string[]> {
  await writeActivity(tx, [{ action, trigger: actor_id, message: describeAccess(access, cause) }])
  const owners = before ? [access, before] : [access]
  const look = action === "access_granted" ? "lately" : null
  return markDue(tx, { kind: "owners", owners }, PRIORITY.customer, { look })
}
