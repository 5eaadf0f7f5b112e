import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Client } from "pg"

interface Sent {
  sql: string
  bindings: unknown[]
}

interface PlanNode {
  "Node Type": string
  "Relation Name"?: string
  "Actual Rows"?: number
  "Actual Loops"?: number
  "Rows Removed by Filter"?: number
  "Rows Removed by Index Recheck"?: number
  Plans?: PlanNode[]
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
    const client = new Client({ connectionString: this.#databaseUrl })
    await client.connect()
    try {
      const found: { sql: string; table: string; rows: number }[] = []
      for (const { sql, bindings } of this.#sent.values()) {
        await client.query("begin")
        const plan = await planOf(client, { sql, bindings }, "analyze, ").catch(() => null)
        await client.query("rollback")
        const nodes = plan ? nodesOf(plan) : []
        found.push(
          ...nodes
            .filter(({ "Relation Name": table }) => table !== undefined && tables.includes(table))
            .map((node) => ({ sql, table: node["Relation Name"] ?? "", rows: lookedAt(node) })),
        )
      }
      return found
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
        const tables = scannedBy(await planOf(client, { sql, bindings }))
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

async function planOf(client: Client, { sql, bindings }: Sent, options = ""): Promise<PlanNode> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
    `explain (${options}format json) ${sql}`,
    bindings,
  )
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan
  if (!plan) {
    throw new Error(`PostgreSQL tells no plan for ${sql}`)
  }
  return plan
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
