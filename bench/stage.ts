import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SandboxClient, type RateLimitSettings } from "../integration-tests/discord-sandbox"
import { connect, createDatabase } from "../integration-tests/helpers/database"
import { createEngine, type TestEngine } from "../integration-tests/helpers/engine"
import { memoryLocking } from "../integration-tests/helpers/locking"
import { freePort, startPostgres } from "../integration-tests/helpers/postgres"
import { typescript, type Program } from "./program"
import { prepareDiscord } from "./world"

const START_MS = 60_000
const REQUESTS_PER_SECOND = 45

/** An empty database, an empty Discord, and the engine between them. */
export interface Scene extends TestEngine {
  db: Knex
  databaseUrl: string
}

export interface SceneOptions {
  limits?: RateLimitSettings
  latency_ms?: number
  requestsPerSecond?: number
}

/** What all figures share: a PostgreSQL, and a Discord sandbox in a process of its own. */
export class Stage {
  readonly #ends: (() => Promise<void>)[] = []

  private constructor(
    readonly serverUrl: string,
    readonly control: SandboxClient,
  ) {}

  static async open(): Promise<Stage> {
    const postgres = await startPostgres()
    const port = await freePort()
    const stage = new Stage(postgres.serverUrl, new SandboxClient(`http://127.0.0.1:${port}`))
    stage.atEnd(() => postgres.stop())
    try {
      const sandbox = stage.run(
        typescript("integration-tests/discord-sandbox/main.ts", ["--port", String(port)]),
      )
      await sandbox.ready(() => sandbox.output.includes("Discord sandbox:"), START_MS)
      return stage
    } catch (error) {
      await stage.close()
      throw error
    }
  }

  get sandboxUrl(): string {
    return this.control.url
  }

  /** Progress is for people: the figures alone go to stdout. */
  readonly say = (text: string): void => {
    process.stderr.write(`${text}\n`)
  }

  /** @param end done when the benchmark ends, whatever happens; the latest first */
  atEnd(end: () => Promise<void>): void {
    this.#ends.push(end)
  }

  /** Keeps a program until the benchmark ends, unless it is stopped before. */
  run(program: Program): Program {
    this.atEnd(() => program.stop())
    return program
  }

  async scene<Result>(
    options: SceneOptions,
    act: (scene: Scene) => Promise<Result>,
  ): Promise<Result> {
    await prepareDiscord(this.control)
    await this.control.configure({
      limits: options.limits ?? {},
      latency_ms: options.latency_ms ?? 0,
    })
    const database = await createDatabase(this.serverUrl)
    const engine = createEngine({
      db: database.db,
      sandboxUrl: this.sandboxUrl,
      locking: memoryLocking(),
      requestsPerSecond: options.requestsPerSecond ?? REQUESTS_PER_SECOND,
    })
    const undo = async () => {
      await engine.close()
      await database.drop()
    }
    return this.#whileIn(undo, () => act({ ...engine, db: database.db, databaseUrl: database.url }))
  }

  /** A database with nothing in it, for Medusa's own migrations. */
  async emptyDatabase<Result>(act: (databaseUrl: string) => Promise<Result>): Promise<Result> {
    const name = `bench_${randomUUID().replaceAll("-", "")}`
    const root = connect(`${this.serverUrl}/postgres`, 1)
    await root.raw(`create database ${name}`)
    const undo = async () => {
      await root.raw(`drop database if exists ${name} with (force)`)
      await root.destroy()
    }
    return this.#whileIn(undo, () => act(`${this.serverUrl}/${name}`))
  }

  /** Undoes when `act` is over, or when the benchmark is stopped before. */
  async #whileIn<Result>(undo: () => Promise<void>, act: () => Promise<Result>): Promise<Result> {
    this.#ends.push(undo)
    try {
      return await act()
    } finally {
      const at = this.#ends.indexOf(undo)
      if (at !== -1) {
        this.#ends.splice(at, 1)
        await undo()
      }
    }
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) {
      await end().catch((error: unknown) => this.say(`not cleaned up: ${String(error)}`))
    }
  }
}
