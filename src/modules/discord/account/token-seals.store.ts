import { rows, type Db } from "../db/db"

/** Where tokens lie sealed, and the column that names what each row is sealed for. */
export const SEALED_TABLES = [
  { table: "discord_account_token", owner: "account_id" },
  { table: "discord_cart_consent", owner: "id" },
] as const
export type SealedTable = (typeof SEALED_TABLES)[number]

/** A token pair as it lies in one row. */
export interface SealedRow {
  /** What the pair is sealed for. */
  owner: string
  sealed: string
}

/** The key of a seal and whether it is bound to its row: `<key id>.1`, or `<key id>.` of the first versions. Indexed in each table. */
const MARK = `split_part(sealed, '.', 1) || '.' || split_part(sealed, '.', 3)`

/** The marks that token pairs are sealed under. Reads the index from one mark to the next, however many pairs lie between. */
export async function listMarks(db: Db, { table }: SealedTable): Promise<string[]> {
  const found = await rows<{ mark: string }>(
    db,
    `with recursive marks as (
       (select ${MARK} as mark from ${table} where deleted_at is null order by 1 limit 1)
       union all
       select (select ${MARK} from ${table}
                where ${MARK} > marks.mark and deleted_at is null order by ${MARK} limit 1)
         from marks where marks.mark is not null)
     select mark from marks where mark is not null`,
  )
  return found.map(({ mark }) => mark)
}

/** How many token pairs are sealed under some marks. */
export async function countSealed(
  db: Db,
  { table }: SealedTable,
  marks: readonly string[],
): Promise<number> {
  const [found] = await rows<{ count: number }>(
    db,
    `select cast(count(*) as int) as count from ${table}
      where ${MARK} = any(:marks) and deleted_at is null`,
    { marks: [...marks] },
  )
  return found?.count ?? 0
}

/** Token pairs under a mark, by owner. @param after the last owner of the batch before; "" = from the first */
export async function listSealed(
  db: Db,
  { table, owner }: SealedTable,
  { mark, after, limit }: { mark: string; after: string; limit: number },
): Promise<SealedRow[]> {
  return rows(
    db,
    `select ${owner} as owner, sealed from ${table}
      where ${MARK} = :mark and ${owner} > :after and deleted_at is null
      order by ${owner} limit :limit`,
    { mark, after, limit },
  )
}

/** @returns false when that pair is no longer stored: it was renewed, used or dropped meanwhile */
export async function replaceSeal(
  db: Db,
  { table, owner }: SealedTable,
  row: SealedRow,
  sealed: string,
): Promise<boolean> {
  const replaced = await rows(
    db,
    `update ${table} set sealed = :sealed, updated_at = now()
      where ${owner} = :owner and sealed = :old_sealed and deleted_at is null
      returning id`,
    { owner: row.owner, old_sealed: row.sealed, sealed },
  )
  return replaced.length > 0
}
