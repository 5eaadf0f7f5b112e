import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { eventually } from "../eventually"
import { freePort } from "./postgres"
import { ROOT } from "../../root"

const BOOT_MS = 90_000

/** A store in a process of its own, as `medusa start` runs it: what a test can kill. */
export class StoreProcess {
  readonly #output: string[] = []

  private constructor(
    readonly baseUrl: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => this.#output.push(chunk.toString()))
    }
  }

  /**
   * Resolves when it answers requests.
   *
   * @param env beside this process's own environment
   */
  static async start(databaseUrl: string, env: Record<string, string> = {}): Promise<StoreProcess> {
    const port = await freePort()
    const cli = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
    const child = spawn(process.execPath, [cli, "start", "--port", String(port)], {
      cwd: ROOT,
      // In production Medusa writes an access log: it is searched for secrets too.
      env: { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    const store = new StoreProcess(`http://localhost:${port}`, child)
    await eventually(async () => {
      store.#checkAlive()
      const { status } = await fetch(`${store.baseUrl}/health`)
      if (status !== 200) {
        throw new Error(`The store answers ${status}`)
      }
    }, BOOT_MS).catch((error: unknown) => {
      child.kill("SIGKILL")
      throw new Error(`The store did not start:\n${store.output}`, { cause: error })
    })
    return store
  }

  get pid(): number {
    return this.child.pid ?? NaN
  }

  /** All it wrote to stdout and stderr. */
  get output(): string {
    return this.#output.join("")
  }

  /** As an operating system holds a process up, or lets it go on. */
  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.child.kill(signal)
  }

  /** Ends it without a chance to finish anything. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, "exit")
      this.child.kill("SIGKILL")
      await gone
    }
  }

  #checkAlive(): void {
    if (this.child.exitCode !== null) {
      throw new Error(`The store stopped with code ${this.child.exitCode}`)
    }
  }
}
