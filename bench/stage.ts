import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SandboxClient, type RateLimitSettings } from "../integration-tests/discord-sandbox"
import { connect, createDatabase } from "../integration-tests/helpers/store/database"
import { createEngine, type TestEngine } from "../integration-tests/helpers/engine/engine"
import { freePort, startPostgres } from "../integration-tests/helpers/store/postgres"
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
  readonly #stopped: Promise<never>
  #isClosed = false

  private constructor(
    readonly serverUrl: string,
    readonly control: SandboxClient,
    stop: AbortSignal,
  ) {
    this.#stopped = new Promise((_resolve, reject) => {
      const end = () => reject(new Error("The benchmark was stopped"))
      if (stop.aborted) {
        end()
      }
      stop.addEventListener("abort", end)
    })
    // Whoever waits for it is told; nobody has to.
    this.#stopped.catch(() => undefined)
  }

  /** @throws when it is stopped before it stands; then nothing of it is left */
  static async open(stop: AbortSignal): Promise<Stage> {
    const postgres = await startPostgres()
    const port = await freePort()
    const control = new SandboxClient(`http://127.0.0.1:${port}`)
    const stage = new Stage(postgres.serverUrl, control, stop)
    stage.atEnd(() => postgres.stop())
    try {
      stop.throwIfAborted()
      const sandbox = stage.run(
        typescript("integration-tests/discord-sandbox/main.ts", ["--port", String(port)]),
      )
      const isUp = () => sandbox.output.includes("Discord sandbox:")
      await stage.unlessStopped(sandbox.ready(isUp, START_MS))
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

  /** What `work` resolves to. @throws as soon as the benchmark is to stop: the work goes on, and nobody waits for it */
  unlessStopped<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, this.#stopped])
  }

  /** @param end done when the benchmark ends, whatever happens; the latest first. At once when it has ended already */
  atEnd(end: () => Promise<void>): void {
    if (this.#isClosed) {
      void this.#end(end)
    } else {
      this.#ends.push(end)
    }
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
    if (this.#isClosed) {
      await undo()
      throw new Error("The benchmark has ended")
    }
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
    this.#isClosed = true
    for (const end of this.#ends.splice(0).reverse()) {
      await this.#end(end)
    }
  }

  async #end(end: () => Promise<void>): Promise<void> {
    await end().catch((error: unknown) => this.say(`not cleaned up: ${String(error)}`))
  }
}
