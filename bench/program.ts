import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"

export const ROOT = path.resolve(__dirname, "..")
const GRACE_MS = 10_000
const KEPT_CHARACTERS = 20_000

/** A Node program beside the benchmark, with all it wrote. */
export class Program {
  readonly #child: ChildProcess
  #output = ""

  /** @param cwd where it runs */
  constructor(args: string[], env: Record<string, string> = {}, cwd = ROOT) {
    this.#child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-KEPT_CHARACTERS)
      })
    }
  }

  get output(): string {
    return this.#output
  }

  /** Resolves when `isReady`, asked again and again, says so. @throws when the program ends first */
  async ready(isReady: () => boolean | Promise<boolean>, limitMs: number): Promise<void> {
    const deadline = Date.now() + limitMs
    while (!(await isReady())) {
      if (this.#isOver || Date.now() > deadline) {
        throw new Error(`${this.#child.spawnargs.join(" ")} did not start:\n${this.#output}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** @throws when the program fails */
  async succeeded(): Promise<string> {
    await this.#ended()
    if (this.#child.exitCode !== 0) {
      throw new Error(`${this.#child.spawnargs.join(" ")} failed:\n${this.#output}`)
    }
    return this.#output
  }

  async stop(): Promise<void> {
    this.#child.kill("SIGTERM")
    const killer = setTimeout(() => this.#child.kill("SIGKILL"), GRACE_MS)
    await this.#ended()
    clearTimeout(killer)
  }

  get #isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  async #ended(): Promise<void> {
    if (!this.#isOver) {
      await once(this.#child, "close")
    }
  }
}

/** A TypeScript program of this repository. */
export function typescript(
  file: string,
  args: string[] = [],
  nodeArgs: string[] = [],
  env: Record<string, string> = {},
): Program {
  return new Program([...nodeArgs, "-r", "ts-node/register", file, ...args], env)
}
