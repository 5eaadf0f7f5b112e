import { logger } from "@medusajs/framework/logger"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { inspect } from "node:util"
import type { SandboxClient } from "../../discord-sandbox"
import { APPLICATION } from "./application"
import { seenResponses } from "./http"

/** A secret found where it must not be. Says which and where, with what stands around it. */
export interface Leak {
  secret: string
  source: string
  around: string
}

const LOG_METHODS = [
  "panic",
  "error",
  "warn",
  "info",
  "http",
  "verbose",
  "debug",
  "silly",
  "log",
  "activity",
  "progress",
  "failure",
  "success",
] as const
const CONSOLE_METHODS = ["log", "info", "warn", "error", "debug"] as const
const SHOWN = 60

/** Everything a suite said, logged and stored, and every secret that must not be in it. */
export class Evidence {
  readonly #texts: { source: string; text: string }[] = []
  readonly #secrets = new Map<string, string>([
    [APPLICATION.client_secret, "client secret"],
    [APPLICATION.bot_token, "bot token"],
    [APPLICATION.encryption_key, "encryption key"],
  ])

  /** Listens to the logger, the console and the process's own output from now on. */
  listen(): void {
    for (const method of LOG_METHODS) {
      tap(logger, method, (text) => this.add("logger", text))
    }
    for (const method of CONSOLE_METHODS) {
      tap(console, method, (text) => this.add("console", text))
    }
    tap(process.stdout, "write", (text) => this.add("stdout", text))
    tap(process.stderr, "write", (text) => this.add("stderr", text))
  }

  add(source: string, text: string): void {
    this.#texts.push({ source, text })
  }

  /** Takes down what the plugin's tables hold, and the secrets the sandbox knows, before the next test clears both. */
  async collect(db: Knex, sandbox: SandboxClient): Promise<void> {
    for (const { kind, value } of await sandbox.issuedSecrets()) {
      this.#secrets.set(value, kind)
    }
    for (const table of await pluginTables(db)) {
      this.add(`table ${table}`, await contentOf(db, table))
    }
  }

  /** How much was searched: an empty search finds nothing. */
  size(): { secrets: number; sources: string[] } {
    return {
      secrets: this.#secrets.size,
      sources: [...new Set(this.#all().map(({ source }) => source))],
    }
  }

  /** What was answered or written to a log and matches, once for each text, with what stands around it. */
  said(pattern: RegExp): string[] {
    return this.#all()
      .filter(({ source }) => !source.startsWith("table "))
      .flatMap(({ source, text }) => {
        const at = text.search(pattern)
        return at < 0 ? [] : [`${source}: ${text.slice(Math.max(0, at - SHOWN), at + SHOWN)}`]
      })
  }

  leaks(): Leak[] {
    const all = this.#all()
    return [...this.#secrets].flatMap(([value, secret]) =>
      all.flatMap(({ source, text }) => {
        const at = text.indexOf(value)
        const around = text.slice(Math.max(0, at - SHOWN), at + SHOWN)
        return at < 0 ? [] : [{ secret, source, around }]
      }),
    )
  }

  /** Runs a test that plants secrets: what it leaves behind is forgotten. */
  async aside(plant: () => Promise<void>): Promise<void> {
    const [texts, responses] = [this.#texts.length, seenResponses.length]
    try {
      await plant()
    } finally {
      this.#texts.length = texts
      seenResponses.length = responses
    }
  }

  #all(): { source: string; text: string }[] {
    return [...this.#texts, ...seenResponses.map((text) => ({ source: "response", text }))]
  }
}

/** The plugin's tables, by name. */
export async function pluginTables(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { table_name: string }[] }>(
    `select table_name from information_schema.tables
      where table_schema = 'public' and table_name like 'discord\\_%' order by table_name`,
  )
  return rows.map((row) => row.table_name)
}

/** Every column of every row of a table, as text. */
export async function contentOf(db: Knex, table: string): Promise<string> {
  const { rows } = await db.raw<{ rows: { text: string }[] }>(
    `select row_to_json(t)::text as text from ?? t`,
    [table],
  )
  return rows.map((row) => row.text).join("\n")
}

/** Puts an ear on a method; it still does what it did. Objects are heard in full, as a log sink could write them. */
function tap<Name extends string>(
  target: Partial<Record<Name, unknown>>,
  method: Name,
  hear: (text: string) => void,
): void {
  const original = target[method]
  if (typeof original !== "function") {
    throw new Error(`${method} cannot be listened to`)
  }
  target[method] = (...args: unknown[]): unknown => {
    hear(args.map((arg) => (typeof arg === "string" ? arg : inspect(arg, { depth: 8 }))).join(" "))
    return Reflect.apply(original, target, args) as unknown
  }
}
