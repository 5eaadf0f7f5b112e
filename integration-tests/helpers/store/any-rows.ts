import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Column {
  table: string
  column: string
  type: string
  /** The table whose row of the same number it names; null = none. */
  refers_to: string | null
  /** Its check constraint; null = anything of its type. */
  check: string | null
}

/** Values by PostgreSQL's names of types, different in each row where they may have to be. */
const VALUES: Record<string, string> = {
  text: "i::text",
  varchar: "i::text",
  timestamptz: "now()",
  int4: "1",
  int8: "1",
  bool: "true",
  jsonb: "'{}'",
  _text: "'{}'",
}

/** Fills those tables of the module that are empty, whatever columns they have; one that may have a single such row gets that. */
export async function fillEmptyTables(db: Knex, rows: number): Promise<void> {
  const tables = new Map<string, Column[]>()
  for (const column of await neededColumns(db)) {
    tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  }
  for (const [table, columns] of inOrder(tables)) {
    const found: unknown = await db(table).first(db.raw("1 as one"))
    if (found === undefined) {
      const names = columns.map(({ column }) => `"${column}"`).join(", ")
      const values = columns.map(valueOf).join(", ")
      await db.raw(
        `insert into "${table}" (${names}) select ${values} from generate_series(1, ${rows}) as i
           on conflict do nothing`,
      )
    }
  }
}

/** How many rows each table of the module has. */
export async function countRows(db: Knex): Promise<Record<string, number>> {
  const tables = new Set((await neededColumns(db)).map(({ table }) => table))
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [found] = await db(table).count<{ count: string }[]>({ count: "*" })
    counts[table] = Number(found?.count)
  }
  return counts
}

/** Columns that want a value, of all tables of the module. */
async function neededColumns(db: Knex): Promise<Column[]> {
  const { rows } = await db.raw<{ rows: Column[] }>(
    `select class.relname as "table", att.attname as "column", type.typname as type,
            (select con.confrelid::regclass::text from pg_constraint con
              where con.conrelid = class.oid and con.contype = 'f' and con.conkey = array[att.attnum]) as refers_to,
            (select pg_get_constraintdef(con.oid) from pg_constraint con
              where con.conrelid = class.oid and con.contype = 'c' and con.conkey = array[att.attnum] limit 1) as "check"
       from pg_class class
       join pg_attribute att on att.attrelid = class.oid and att.attnum > 0 and not att.attisdropped
       join pg_type type on type.oid = att.atttypid
      where class.relkind = 'r' and class.relname like 'discord\\_%' and class.relnamespace = 'public'::regnamespace
        and att.attnotnull and not att.atthasdef
      order by class.relname, att.attnum`,
  )
  return rows
}

function valueOf({ type, check, refers_to, column }: Column): string {
  const allowed = /'([^']+)'::text/.exec(check ?? "")?.[1]
  const value = VALUES[type]
  if (value === undefined) {
    throw new Error(`No value is known for a column ${column} of type ${type}`)
  }
  return allowed !== undefined && refers_to === null ? `'${allowed}'` : value
}

/** Tables after those they refer to. */
function inOrder(tables: Map<string, Column[]>): [string, Column[]][] {
  const done = new Set<string>()
  const ordered: [string, Column[]][] = []
  while (ordered.length < tables.size) {
    const ready = [...tables].filter(
      ([table, columns]) =>
        !done.has(table) &&
        columns.every(
          ({ refers_to }) => refers_to === null || refers_to === table || done.has(refers_to),
        ),
    )
    if (ready.length === 0) {
      throw new Error("Tables refer to each other in a circle")
    }
    ready.forEach(([table]) => done.add(table))
    ordered.push(...ready)
  }
  return ordered
}
