import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, type WriteStream } from "node:fs"
import { readFile } from "node:fs/promises"

const GRACE_MS = 10_000
const LOG_LINES = 40

/** A Node program that runs beside the demo and writes to a log file. */
export class Program {
  private readonly child: ChildProcess
  private readonly log: WriteStream
  /** The exit code, null after a signal. */
  readonly exited: Promise<number | null>

  constructor(
    private readonly name: string,
    private readonly logFile: string,
    args: string[],
    env: NodeJS.ProcessEnv,
  ) {
    this.log = createWriteStream(logFile, { flags: "a" })
    this.child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] })
    this.child.stdout?.pipe(this.log, { end: false })
    this.child.stderr?.pipe(this.log, { end: false })
    this.exited = new Promise((resolve, reject) => {
      this.child.once("error", reject)
      this.child.once("close", (code) => this.log.end(() => resolve(code)))
    })
    // Whoever waits for the program is told; nobody has to.
    this.exited.catch(() => undefined)
  }

  /** @throws Error with the end of the log when the program fails, or `stop`'s reason when it is stopped */
  async succeeded(stop: AbortSignal): Promise<void> {
    const end = () => void this.stop()
    stop.addEventListener("abort", end)
    const code = await this.exited.finally(() => stop.removeEventListener("abort", end))
    stop.throwIfAborted()
    if (code !== 0) throw await this.failure(`ended with code ${code}`)
  }

  async failure(what: string): Promise<Error> {
    return new Error(`${this.name} ${what}. The end of its log:\n${await endOfLog(this.logFile)}`)
  }

  /** Asks the program to end and makes it after 10 seconds. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const closed = once(this.child, "close")
    this.child.kill("SIGTERM")
    const killer = setTimeout(() => this.child.kill("SIGKILL"), GRACE_MS)
    await closed.finally(() => clearTimeout(killer))
  }
}

export async function endOfLog(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "")
  return text.trimEnd().split("\n").slice(-LOG_LINES).join("\n")
}
