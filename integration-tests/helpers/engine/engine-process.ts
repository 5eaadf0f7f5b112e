import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import type { SyncTimes } from "../../../src/modules/discord/engine/deps"
import { ROOT } from "../../root"

export interface EngineProcessOptions {
  databaseUrl: string
  sandboxUrl: string
  times: Partial<SyncTimes>
  /** Whether it listens to the gateway, too. */
  listens?: boolean
}

/** What PostgreSQL knows the process by. */
export const PROCESS_NAME = "engine-child"

/** The engine in a process of its own, which can be killed as a machine that loses power. */
export class EngineProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<unknown>

  /**
   * Begins to load; `begin` waits until it is ready.
   *
   * @param program what runs in it
   */
  constructor(options: EngineProcessOptions, program = "engine-child.ts") {
    this.#child = fork(path.join(__dirname, program), [JSON.stringify(options)], {
      cwd: ROOT,
      execArgv: ["--no-warnings", "-r", "ts-node/register"],
      env: { ...process.env, PGAPPNAME: PROCESS_NAME },
    })
    const died = once(this.#child, "exit").then(() => {
      throw new Error("The engine's process ended before it was ready")
    })
    this.#ready = Promise.race([once(this.#child, "message"), died])
    this.#ready.catch(() => undefined)
  }

  /** Lets it work. */
  async begin(): Promise<void> {
    await this.#ready
    this.#child.send("begin")
  }

  /** SIGKILL: nothing in the process runs any more. */
  async kill(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exit = once(this.#child, "exit")
      this.#child.kill("SIGKILL")
      await exit
    }
  }
}
