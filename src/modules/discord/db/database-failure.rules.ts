import { wordsOf } from "../error-words.rules"

/**
 * Classes of PostgreSQL's error codes that pass: connections, rollbacks of what two did at once, lack of resources, locks, and
 * a server that is shut down or started anew.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const PASSING = /^(?:08|40|53|55|57)/
/** Node's codes of network errors, e.g. ECONNRESET, and of names that cannot be looked up. */
const NETWORK = /^E(?:[A-Z]{3,}|AI_[A-Z]+)$/
/** What the driver says by itself of a connection that is gone: without a code. */
const GONE =
  /^(?:connection terminated|client has encountered a connection error|timeout exceeded when trying to connect)/i

/** No such table, no such column: the tables are missing, or older than the plugin. */
const SCHEMA = ["42P01", "42703"]

/** Whether the database has not the tables that the plugin's version wants: only its migrations mend that. */
export function lacksSchema(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === "string" && SCHEMA.includes(code)
}

/** Whether an error of the database is worth another try by itself. Any other would come again each time. */
export function passes(error: unknown): boolean {
  if (typeof error !== "object" || error === null) {
    return false
  }
  const { code, name } = error as { code?: unknown; name?: unknown }
  const isOfNetwork = typeof code === "string" && (PASSING.test(code) || NETWORK.test(code))
  return isOfNetwork || name === "KnexTimeoutError" || GONE.test(wordsOf(error) ?? "")
}
