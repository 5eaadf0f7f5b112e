import { mkdir, rename, rm } from "node:fs/promises"
import path from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import type { Cleanup } from "./process/cleanup"
import { Program } from "./process/processes"

const CLI = require.resolve("@medusajs/cli/cli.js")
const START_LIMIT_MS = 180_000
/** Where `medusa build` leaves the admin, and where `public/admin` points. */
const ROOT = path.join(__dirname, "..")
const ADMIN_ONLY_BUILD = path.join(ROOT, ".medusa/admin")
const SERVED_ADMIN = path.join(ROOT, ".medusa/server/public/admin")

/** The Medusa of this repository, driven by its own command line. */
export class Medusa {
  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly folder: string,
    private readonly stop: AbortSignal,
    private readonly cleanup: Cleanup,
  ) {}

  /** What the running server writes to. */
  get logFile(): string {
    return this.logOf("start")
  }

  migrate(): Promise<void> {
    return this.run("db:migrate", "--execute-all-links")
  }

  createAdmin(email: string, password: string): Promise<void> {
    return this.run("user", "--email", email, "--password", password)
  }

  /**
   * Takes about half a minute, on one core. The build asks the server it came from, so it serves any store, on any port.
   *
   * @param folder where the files go; where the server finds them when left out
   */
  async buildAdmin(folder = SERVED_ADMIN): Promise<void> {
    const env = { ...this.env, NODE_ENV: "production", MEDUSA_BACKEND_URL: "" }
    await this.program(["build", "--admin-only"], env).succeeded(this.stop)
    await mkdir(path.dirname(folder), { recursive: true })
    await rm(folder, { recursive: true, force: true })
    await rename(ADMIN_ONLY_BUILD, folder)
  }

  /** Starts the server and waits until it answers. @returns what rejects when the server ends by itself later */
  async start(url: string): Promise<{ ended: Promise<never>; stop: () => Promise<void> }> {
    const { hostname, port } = new URL(url)
    const server = this.program(["start", "--host", hostname, "--port", port])
    const ended = server.exited.then(async (code): Promise<never> => {
      throw await server.failure(`ended with code ${code}`)
    })
    ended.catch(() => undefined)
    await Promise.race([ended, this.answers(`${url}/health`)])
    return { ended, stop: () => server.stop() }
  }

  private async answers(url: string): Promise<void> {
    const limit = AbortSignal.any([this.stop, AbortSignal.timeout(START_LIMIT_MS)])
    for (;;) {
      limit.throwIfAborted()
      const answer = await fetch(url, { signal: limit }).catch(() => null)
      if (answer?.ok) return
      await delay(100)
    }
  }

  private run(...args: [string, ...string[]]): Promise<void> {
    return this.program(args).succeeded(this.stop)
  }

  private program(args: [string, ...string[]], env = this.env): Program {
    const [command] = args
    const name = `medusa ${command}`
    const program = new Program(name, this.logOf(command), [CLI, ...args], env)
    this.cleanup.add(name, () => program.stop())
    return program
  }

  private logOf(command: string): string {
    return path.join(this.folder, `medusa-${command.replaceAll(":", "-")}.log`)
  }
}
