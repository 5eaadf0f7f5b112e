/**
 * Knex and MikroORM put the whole statement, in small letters, before what PostgreSQL says: ` - ` stands between them, and may
 * stand in the statement, too.
 */
const STATEMENT =
  /^\s*(?:with|select|insert|update|delete|lock|set|begin|commit|rollback|savepoint|release|truncate)\s[\s\S]* - (?=\S)/

/** What an error says, for people: without the statement that it happened in. Null = it says nothing. */
export function wordsOf(error: unknown): string | null {
  // Workflows pass errors on as plain objects.
  const said = typeof error === "string" ? error : ((error ?? {}) as Partial<Error>).message
  return typeof said === "string" ? said.replace(STATEMENT, "") : null
}
