import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SandboxClient, type RateLimitSettings } from "../integration-tests/discord-sandbox"
import { createDatabase } from "../integration-tests/helpers/database"
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
  say(text: string): void {
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
    try {
      return await act({ ...engine, db: database.db, databaseUrl: database.url })
    } finally {
      await engine.close()
      await database.drop()
    }
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) {
      await end().catch((error: unknown) => this.say(`not cleaned up: ${String(error)}`))
    }
  }
}
