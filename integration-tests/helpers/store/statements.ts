import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Client } from "pg"

interface Sent {
  sql: string
  bindings: unknown[]
}

interface PlanNode {
  "Node Type": string
  "Relation Name"?: string
  "Index Name"?: string
  "Actual Rows"?: number
  "Actual Loops"?: number
  "Rows Removed by Filter"?: number
  "Rows Removed by Index Recheck"?: number
  Plans?: PlanNode[]
}

interface Explained {
  Plan: PlanNode
  "Execution Time"?: number
}

/** What a statement costs PostgreSQL. */
export interface Cost {
  sql: string
  tables: string[]
  indexes: string[]
  /** Looked at in these tables. */
  rows: number
  ms: number
}

/** Statements that read or write rows: only those have plans. */
const HAS_PLAN = /^\s*(with|select|insert|update|delete)\b/i

/** What a store asks its database while something happens, and how PostgreSQL would go about each of it. */
export class Statements {
  readonly #db: Knex
  readonly #databaseUrl: string
  readonly #sent = new Map<string, Sent>()

  constructor(db: Knex, databaseUrl: string) {
    this.#db = db
    this.#databaseUrl = databaseUrl
  }

  /** Each text once, however often it is sent meanwhile. */
  async during(act: () => Promise<unknown>): Promise<void> {
    const note = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
      if (HAS_PLAN.test(sql) && !this.#sent.has(sql)) {
        this.#sent.set(sql, { sql, bindings: bindings ?? [] })
      }
    }
    this.#db.on("query", note)
    try {
      await act()
    } finally {
      this.#db.off("query", note)
    }
  }

  get texts(): string[] {
    return [...this.#sent.keys()]
  }

  /**
   * How many rows of a table each statement looks at to find what it is after, when sent once more and undone: an index may be
   * read from end to end, too. What cannot be sent twice is left out.
   */
  async looks(tables: readonly string[]): Promise<{ sql: string; table: string; rows: number }[]> {
    return (await this.#sentAgain()).flatMap(({ sql, plan }) =>
      nodesOf(plan)
        .filter(({ "Relation Name": table }) => table !== undefined && tables.includes(table))
        .map((node) => ({ sql, table: node["Relation Name"] ?? "", rows: lookedAt(node) })),
    )
  }

  /** Of each statement about some tables, sent once more and undone: by which indexes, how many rows, how long; the slowest first. */
  async costs(tables: readonly string[]): Promise<Cost[]> {
    return (await this.#sentAgain())
      .map(({ sql, plan, ms }) => {
        const nodes = nodesOf(plan)
        const looks = nodes.filter(({ "Relation Name": table }) => table && tables.includes(table))
        return {
          sql: sql.replace(/\s+/g, " ").trim(),
          tables: [...new Set(looks.flatMap((node) => node["Relation Name"] ?? []))],
          indexes: [...new Set(nodes.flatMap((node) => node["Index Name"] ?? []))],
          rows: looks.reduce((sum, node) => sum + lookedAt(node), 0),
          ms,
        }
      })
      .filter((cost) => cost.tables.length > 0)
      .sort((one, other) => other.ms - one.ms)
  }

  async #sentAgain(): Promise<{ sql: string; plan: PlanNode; ms: number }[]> {
    const client = new Client({ connectionString: this.#databaseUrl })
    await client.connect()
    try {
      const again: { sql: string; plan: PlanNode; ms: number }[] = []
      for (const sent of this.#sent.values()) {
        await client.query("begin")
        const told = await explain(client, sent, "analyze, ").catch(() => null)
        await client.query("rollback")
        if (told) {
          again.push({ sql: sent.sql, plan: told.Plan, ms: told["Execution Time"] ?? 0 })
        }
      }
      return again
    } finally {
      await client.end()
    }
  }

  /** The tables that each statement would read from end to end; statements that read none so are left out. */
  async scans(): Promise<{ sql: string; tables: string[] }[]> {
    const client = new Client({ connectionString: this.#databaseUrl })
    await client.connect()
    try {
      const found: { sql: string; tables: string[] }[] = []
      for (const { sql, bindings } of this.#sent.values()) {
        const tables = scannedBy((await explain(client, { sql, bindings })).Plan)
        if (tables.length > 0) {
          found.push({ sql, tables })
        }
      }
      return found
    } finally {
      await client.end()
    }
  }
}

async function explain(client: Client, { sql, bindings }: Sent, options = ""): Promise<Explained> {
  const { rows } = await client.query<{ "QUERY PLAN": Explained[] }>(
    `explain (${options}format json) ${sql}`,
    bindings,
  )
  const told = rows[0]?.["QUERY PLAN"][0]
  if (!told) {
    throw new Error(`PostgreSQL tells no plan for ${sql}`)
  }
  return told
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function lookedAt(node: PlanNode): number {
  const removed =
    (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)
  return ((node["Actual Rows"] ?? 0) + removed) * (node["Actual Loops"] ?? 0)
}

function scannedBy(node: PlanNode): string[] {
  const below = (node.Plans ?? []).flatMap(scannedBy)
  const table = node["Relation Name"]
  return node["Node Type"] === "Seq Scan" && table ? [table, ...below] : below
}
