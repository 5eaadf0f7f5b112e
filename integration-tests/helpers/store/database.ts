import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { dynamicImport, ModulesSdkUtils } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { readdir } from "node:fs/promises"
import path from "node:path"
import { ROOT } from "../../root"

const MIGRATIONS = path.join(ROOT, "src/modules/discord/migrations")

export interface TestDatabase {
  url: string
  db: Knex
  drop(): Promise<void>
}

/** Where the PostgreSQL that the run's set-up started listens. */
export function serverUrl(): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  return `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}`
}

/** A database of its own with the module's tables, made by the module's own migrations. */
export async function createDatabase(server = serverUrl()): Promise<TestDatabase> {
  const database = await createEmptyDatabase(server)
  for (const { up } of await listMigrations()) {
    for (const statement of up) {
      await database.db.raw(statement)
    }
  }
  return database
}

/** A database of its own with nothing in it. */
export async function createEmptyDatabase(server = serverUrl()): Promise<TestDatabase> {
  const name = `discord_${randomUUID().replaceAll("-", "")}`
  const root = connect(`${server}/postgres`, 1)
  await root.raw(`create database ${name} template template0`)
  const url = `${server}/${name}`
  const db = connect(url, 20)
  return {
    url,
    db,
    drop: async () => {
      await db.destroy()
      await root.raw(`drop database if exists ${name} with (force)`)
      await root.destroy()
    },
  }
}

/** A connection pool as Medusa makes it. */
export function connect(url: string, max: number): Knex {
  const connection: unknown = ModulesSdkUtils.createPgConnection({
    clientUrl: url,
    schema: "public",
    driverOptions: { connection: { ssl: false } },
    pool: { min: 1, max },
  })
  return connection as Knex
}

interface RunnableMigration {
  up(): Promise<void>
  down(): Promise<void>
  getQueries(): unknown[]
}

/** A migration of the module's, as its statements. */
export interface MigrationStatements {
  name: string
  up: string[]
  down: string[]
}

/** All migrations of the module, the oldest first. */
export async function listMigrations(): Promise<MigrationStatements[]> {
  const files = (await readdir(MIGRATIONS)).filter((file) => /^Migration\d+\.ts$/.test(file))
  const migrations: MigrationStatements[] = []
  for (const file of files.sort()) {
    const loaded = (await dynamicImport(path.join(MIGRATIONS, file))) as Record<
      string,
      new (...args: unknown[]) => RunnableMigration
    >
    for (const Migration of Object.values(loaded).filter((entry) => typeof entry === "function")) {
      const statements = async (direction: "up" | "down") => {
        const migration = new Migration()
        await migration[direction]()
        return migration.getQueries().map(String)
      }
      migrations.push({
        name: path.parse(file).name,
        up: await statements("up"),
        down: await statements("down"),
      })
    }
  }
  return migrations
}
