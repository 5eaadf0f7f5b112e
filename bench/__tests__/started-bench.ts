import { spawn, type ChildProcess } from "node:child_process"
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { eventually } from "../../integration-tests/helpers/eventually"

const ROOT = path.resolve(__dirname, "../..")
const PATIENCE_MS = 50_000

/** A benchmark in a process of its own, which is looked at from outside. */
export class StartedBench {
  /** Where all that it writes goes. */
  readonly folder = mkdtempSync(path.join(tmpdir(), "bench-test-"))
  readonly #mark = `BENCH_TEST=${randomUUID()}`
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown[]>
  #said = ""

  constructor(figure: string) {
    // Run by root, PostgreSQL is another user and must be able to pass through.
    chmodSync(this.folder, 0o711)
    const [name = "", value] = this.#mark.split("=")
    const { DATABASE_URL: _ofSomebodyElse, ...env } = process.env
    this.#child = spawn(process.execPath, ["-r", "ts-node/register", "bench/main.ts", figure], {
      cwd: ROOT,
      // The cache of whatever loads TypeScript is not the benchmark's: it stays, for the next program.
      env: { ...env, TMPDIR: this.folder, DISABLE_V8_COMPILE_CACHE: "1", [name]: value },
      stdio: ["ignore", "pipe", "pipe"],
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => (this.#said += chunk.toString()))
    }
    this.#ended = once(this.#child, "close")
  }

  get said(): string {
    return this.#said
  }

  /** Command lines of its processes that run now, the first one included. */
  processes(): string[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && this.#owns(`/proc/${name}`))
      .map((pid) => read(() => readFileSync(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " "))
  }

  /** Paths of its folders and files, two deep. */
  files(): string[] {
    return readdirSync(this.folder).flatMap((name) => [
      name,
      ...read(() => readdirSync(path.join(this.folder, name)).join("\n")).split("\n"),
    ])
  }

  /** Waits for a moment of its life. */
  async reaches(isThere: (bench: StartedBench) => boolean): Promise<void> {
    await eventually(() => {
      if (!isThere(this) && this.#child.exitCode === null) {
        throw new Error(`It did not come so far:\n${this.said}\n${this.processes().join("\n")}`)
      }
    }, PATIENCE_MS)
    if (this.#child.exitCode !== null) {
      throw new Error(`It ended by itself:\n${this.said}`)
    }
  }

  /** Sends a signal to the process that was started, and waits for its end. @returns its exit code */
  async endBy(signal: "SIGINT" | "SIGTERM"): Promise<unknown> {
    this.#child.kill(signal)
    return this.ended()
  }

  /** @returns its exit code */
  async ended(): Promise<unknown> {
    const [code] = await this.#ended
    return code
  }

  /** Ends what a failed test has left. */
  clear(): void {
    for (const name of readdirSync("/proc")) {
      if (/^\d+$/.test(name) && this.#owns(`/proc/${name}`)) {
        process.kill(Number(name), "SIGKILL")
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 })
  }

  /** By what every program inherits; PostgreSQL's own children write over that, and work in its folder. */
  #owns(proc: string): boolean {
    const environment = read(() => readFileSync(`${proc}/environ`, "utf8"))
    const workplace = read(() => readlinkSync(`${proc}/cwd`))
    return environment.split("\0").includes(this.#mark) || workplace.startsWith(this.folder)
  }
}

/** Nothing of a process that has just ended, or of somebody else's. */
function read(look: () => string): string {
  try {
    return look()
  } catch {
    return ""
  }
}
