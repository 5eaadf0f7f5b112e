import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { randomUUID } from "node:crypto"

/** A connection or a transaction: every statement of the store runs on either. */
export type Db = Knex

type Binding = string | number | boolean | Date | null | readonly string[] | readonly number[]

/**
 * Runs one statement.
 *
 * @param bindings named values, `:name` in the statement
 */
export async function rows<Row>(
  db: Db,
  sql: string,
  bindings: Record<string, Binding> = {},
): Promise<Row[]> {
  const result = await db.raw<{ rows: Row[] }>(sql, bindings as Knex.ValueDict)
  return result.rows
}

/** The database's time, which all processes share: their own clocks may differ by minutes. */
export async function databaseTime(db: Db): Promise<Date> {
  const [clock] = await rows<{ now: Date }>(db, "select now() as now")
  if (!clock) {
    throw new Error("The database did not tell the time")
  }
  return clock.now
}

/** A text within a pattern of `like`: its own wildcards are letters. */
export function literalLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

/** An id in Medusa's manner for rows that one statement makes. */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll("-", "")}`
}

/** The same, made by PostgreSQL for each row of a set. */
export function newIdSql(prefix: string): string {
  return `'${prefix}_' || replace(gen_random_uuid()::text, '-', '')`
}

/** Rows deleted in one statement: few enough to hold no lock for long. */
const PART = 5_000

/**
 * Deletes rows for good, a part at a time.
 *
 * @param where which of them, with its bindings
 * @returns how many
 */
export async function deleteInParts(
  db: Db,
  table: string,
  where: string,
  bindings: Record<string, Binding>,
): Promise<number> {
  let deleted = 0
  for (;;) {
    const gone = await rows(
      db,
      `delete from ${table} where id in (
         select id from ${table} where ${where} and deleted_at is null limit ${PART})
       returning id`,
      bindings,
    )
    deleted += gone.length
    if (gone.length < PART) {
      return deleted
    }
  }
}
