import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Db } from "./db"

/** Of a statement that takes milliseconds: after this nobody answers any more. */
const PATIENCE_MS = 5_000

/**
 * The same database, for signs of life and looks that are come back to. A machine that vanishes closes no sockets, and a statement on
 * such a connection waits for TCP to give up, a quarter of an hour. Here it fails after seconds, and its connection is not used again:
 * the next try gets another one.
 */
export function impatient(db: Db): Db {
  const raw = (sql: string, bindings: Knex.ValueDict = {}) =>
    db.raw(sql, bindings).timeout(PATIENCE_MS)
  return new Proxy(db, {
    get: (target, name): unknown => (name === "raw" ? raw : Reflect.get(target, name)),
  })
}
