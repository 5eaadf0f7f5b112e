import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countRows, fillEmptyTables } from "../../helpers/store/any-rows"
import {
  createEmptyDatabase,
  listMigrations,
  type MigrationStatements,
  type TestDatabase,
} from "../../helpers/store/database"
import { say } from "../../helpers/say"

/** `UPGRADE_ROWS=1000000` for a look at a large store; then how long each migration took is printed. */
const ROWS = Number(process.env.UPGRADE_ROWS ?? 200)
const TIMEOUT_MS = 60_000 * Math.max(1, ROWS / 10_000)

/** In one transaction, as `medusa db:migrate` runs all migrations of a module that are to be run. */
async function run(db: Knex, statements: string[]): Promise<void> {
  await db.transaction(async (transaction) => {
    for (const statement of statements) {
      await transaction.raw(statement)
    }
  })
}

function sayTime(what: string, begun: number): void {
  if (process.env.UPGRADE_ROWS) {
    say(`${what}: ${Math.round(performance.now() - begun)} ms`)
  }
}

describe("a database with rows in every table", () => {
  let database: TestDatabase
  let migrations: MigrationStatements[]

  beforeAll(async () => {
    database = await createEmptyDatabase()
    migrations = await listMigrations()
  })
  afterAll(() => database.drop())

  it(
    "is brought forward from each schema there has been, and keeps every row",
    async () => {
      const { db } = database
      for (const { name, up } of migrations) {
        const before = await countRows(db)
        const begun = performance.now()
        await run(db, up)
        sayTime(name, begun)
        expect([name, await countRows(db)]).toMatchObject([name, before])
        await fillEmptyTables(db, ROWS)
      }
      const counts = Object.values(await countRows(db))
      expect(counts.length).toBeGreaterThan(20)
      expect(counts.filter((count) => count === 0)).toEqual([])
    },
    TIMEOUT_MS,
  )

  it(
    "is taken back to the first schema and brought forward again, and keeps the rows of all tables that the first one had",
    async () => {
      const { db } = database
      const [first, ...later] = migrations
      const before = await countRows(db)
      for (const { down } of later.toReversed()) {
        await run(db, down)
      }
      const kept = await countRows(db)
      expect(Object.keys(kept)).toContain("discord_membership")
      expect(before).toMatchObject(kept)
      const begun = performance.now()
      await run(
        db,
        later.flatMap(({ up }) => up),
      )
      sayTime("all of them", begun)
      expect(await countRows(db)).toMatchObject(kept)
      await run(db, first?.down ?? [])
    },
    TIMEOUT_MS,
  )
})
