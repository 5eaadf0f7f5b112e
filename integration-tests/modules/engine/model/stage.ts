import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SandboxClient } from "../../../discord-sandbox"
import { connectNewServer, type ConnectedServer } from "../../../helpers/server/connected-server"
import { createEngine, type TestEngine } from "../../../helpers/engine/engine"
import { SERVERS } from "./commands"

const ROLE_NAMES = ["Bronze", "Silver", "Gold", "Platinum", "Helper"]
/** Every call here is far shorter than the lease, and a lane hardly pauses for a failure. */
const TIMES = { leaseMs: 5_000, holdMaxMs: 2 }

/** Two servers and a store's engine: stories are played on it one after the other, each with users of its own. */
export class Stage {
  #current: TestEngine

  private constructor(
    readonly db: Knex,
    readonly control: SandboxClient,
    readonly botId: string,
    first: TestEngine,
    readonly servers: ConnectedServer[],
  ) {
    this.#current = first
  }

  static async create(db: Knex, control: SandboxClient, botId: string): Promise<Stage> {
    const first = startEngine(db, control)
    const servers: ConnectedServer[] = []
    for (const _ of SERVERS) {
      servers.push(await connectNewServer(first.deps, control, ROLE_NAMES))
    }
    return new Stage(db, control, botId, first, servers)
  }

  get engine(): TestEngine["engine"] {
    return this.#current.engine
  }

  get deps(): TestEngine["deps"] {
    return this.#current.deps
  }

  server(at: number): ConnectedServer {
    const server = this.servers[at]
    if (!server) {
      throw new Error(`No server ${at}`)
    }
    return server
  }

  roleId(server: number, role: number): string {
    return this.#role(server, role).role_id
  }

  storedRoleId(server: number, role: number): string {
    return this.#role(server, role).id
  }

  /** The process ends as it does on a deploy, and another one begins. */
  async restart(): Promise<void> {
    await this.#current.close()
    this.#current = startEngine(this.db, this.control)
    await this.#current.engine.sweep()
  }

  async close(): Promise<void> {
    await this.#current.close()
  }

  #role(server: number, role: number) {
    const found = this.server(server).roles[role]
    if (!found) {
      throw new Error(`No role ${role}`)
    }
    return found
  }
}

function startEngine(db: Knex, control: SandboxClient): TestEngine {
  return createEngine({
    db,
    sandboxUrl: control.url,
    times: TIMES,
    requestsPerSecond: 1_000,
  })
}
