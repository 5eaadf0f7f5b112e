import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { startPostgres } from "../../integration-tests/helpers/store/postgres"
import type { Cleanup } from "./cleanup"

/**
 * A fresh database, dropped at the end: in an embedded PostgreSQL, or in the server that `DATABASE_URL` names, whose own
 * database is left alone.
 *
 * @returns its connection string
 */
export async function startDatabase(cleanup: Cleanup): Promise<string> {
  const postgres = await startPostgres()
  cleanup.add("PostgreSQL", () => postgres.stop())
  const maintenance = process.env.DATABASE_URL ?? databaseUrl(postgres.serverUrl, "postgres")
  const name = `discord_roles_demo_${randomBytes(4).toString("hex")}`
  await execute(maintenance, `CREATE DATABASE "${name}"`)
  cleanup.add("the database", () => execute(maintenance, `DROP DATABASE "${name}" WITH (FORCE)`))
  return databaseUrl(postgres.serverUrl, name)
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = name
  return url.toString()
}

async function execute(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
