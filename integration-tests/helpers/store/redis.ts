import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { connect } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { eventually } from "../eventually"
import { freePort } from "./postgres"

const PLACES = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"]
const START_MS = 10_000

export const NO_REDIS =
  "There is no redis-server on this machine. Install it (Debian: apt-get install -y redis-server), or name one in REDIS_SERVER_PATH."

/** The Redis of the system, null where there is none: nothing is downloaded. */
export function redisPath(): string | null {
  const places = process.env.REDIS_SERVER_PATH ? [process.env.REDIS_SERVER_PATH] : PLACES
  return places.find((place) => existsSync(place)) ?? null
}

/** A Redis of its own that keeps nothing on disk. */
export class Redis {
  private constructor(
    readonly port: number,
    private child: ChildProcess,
  ) {}

  static async start(): Promise<Redis> {
    const program = redisPath()
    if (program === null) {
      throw new Error(NO_REDIS)
    }
    const port = await freePort()
    const redis = new Redis(port, launch(program, port))
    await redis.#answers()
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Everything in it is gone, and its clients notice nothing. */
  async flush(): Promise<void> {
    await this.#say("FLUSHALL")
  }

  /** It dies, and is there again after a while at the same address, with nothing in it. */
  async restart(awayMs: number): Promise<void> {
    const program = this.child.spawnfile
    await this.stop()
    await sleep(awayMs)
    this.child = launch(program, this.port)
    await this.#answers()
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, "exit")
      this.child.kill("SIGKILL")
      await gone
    }
  }

  async #answers(): Promise<void> {
    await eventually(() => this.#say("PING"), START_MS)
  }

  async #say(command: string): Promise<void> {
    const socket = connect(this.port, "127.0.0.1")
    try {
      await once(socket, "connect")
      socket.write(`${command}\r\n`)
      await once(socket, "data")
    } finally {
      socket.destroy()
    }
  }
}

function launch(program: string, port: number): ChildProcess {
  const options = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
  ]
  return spawn(program, options, { stdio: "ignore" })
}
