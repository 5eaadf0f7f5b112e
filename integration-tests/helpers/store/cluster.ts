import path from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { randomUUID } from "node:crypto"
import { SEEDED } from "../../../bench/seed-store"
import { addOwners, addServer, type BenchServer } from "../../../bench/world"
import { connectServer, signInAdmin } from "./admin"
import { Customer } from "../account/customer"
import { connect } from "./database"
import { DiscordWorld, ROLE_NAMES } from "../server/discord"
import { cliEnv, medusaCli } from "./medusa-cli"
import type { Redis } from "./redis"
import { StoreProcess } from "./store-process"
import type { TestStore } from "./store"
import { ROOT } from "../../root"

export type WorkerMode = "server" | "worker" | "shared"

/** One store in several processes on one database: what runs in a data centre, on this machine. */
export class Cluster {
  readonly #processes = new Map<StoreProcess, WorkerMode>()

  private constructor(
    readonly db: Knex,
    readonly store: TestStore,
    private readonly root: Knex,
    private readonly databaseUrl: string,
    private readonly sandboxUrl: string,
  ) {}

  /** A migrated and seeded store of which no process runs. */
  static async open(serverUrl: string, sandboxUrl: string): Promise<Cluster> {
    const name = `cluster_${randomUUID().replaceAll("-", "")}`
    const root = connect(`${serverUrl}/postgres`, 1)
    await root.raw(`create database ${name}`)
    const databaseUrl = `${serverUrl}/${name}`
    const env = cliEnv(databaseUrl, sandboxUrl)
    await medusaCli(env, "db:migrate")
    const said = await medusaCli(
      env,
      "exec",
      path.relative(ROOT, path.join(ROOT, "bench/seed-store.ts")),
    )
    const line = said.split("\n").find((each) => each.startsWith(SEEDED))
    if (line === undefined) {
      throw new Error(`The store was not seeded:\n${said}`)
    }
    const store = JSON.parse(line.slice(SEEDED.length)) as TestStore
    return new Cluster(connect(databaseUrl, 5), store, root, databaseUrl, sandboxUrl)
  }

  /**
   * @param redis what the processes share: events, jobs and locks; null = each keeps its own in memory, Medusa's default
   * @param env beside what every process of the store is told
   */
  async start(
    mode: WorkerMode,
    redis: Redis | null,
    env: Record<string, string> = {},
  ): Promise<StoreProcess> {
    const started = await StoreProcess.start(this.databaseUrl, {
      ...cliEnv(this.databaseUrl, this.sandboxUrl),
      MEDUSA_WORKER_MODE: mode,
      ...env,
      ...(redis && { REDIS_URL: redis.url, REDIS_MODULES: "true" }),
    })
    this.#processes.set(started, mode)
    return started
  }

  /** A Discord server that the store's variants give roles of. */
  async connectWorld(by: StoreProcess): Promise<DiscordWorld> {
    const discord = await DiscordWorld.create(this.sandboxUrl)
    const admin = await signInAdmin(by.baseUrl)
    await connectServer(admin, discord)
    const variants = ROLE_NAMES.map((name) => ({
      variant_id: this.store.variants[name],
      roles: [{ role_id: discord.roles[name] }],
    }))
    await admin.send(`/admin/products/${this.store.productId}/discord-roles`, {
      body: { variants },
    })
    return discord
  }

  /** A customer who has connected Discord. */
  async newBuyer(
    by: StoreProcess,
    discord: DiscordWorld,
    name: string,
  ): Promise<{ customer: Customer; userId: string }> {
    const customer = await Customer.register(by.baseUrl, this.store, `${name}@cluster.store`)
    const userId = await discord.createUser(name)
    await customer.connect(discord, userId)
    return { customer, userId }
  }

  /** Servers whose members own what they do not hold yet. Nobody has been told. */
  async addCrowdedServers(
    { control }: DiscordWorld,
    names: string[],
    members: number,
  ): Promise<CrowdedServer[]> {
    const servers: CrowdedServer[] = []
    for (const name of names) {
      const server = await addServer(this.db, control, name)
      servers.push({ ...server, userIds: await addOwners(this.db, control, server, members) })
    }
    return servers
  }

  running(mode: WorkerMode): StoreProcess[] {
    return [...this.#processes].filter(([, each]) => each === mode).map(([started]) => started)
  }

  /** What the members own gives them another role as well, from when they are due next. */
  async giveMore(servers: readonly CrowdedServer[]): Promise<void> {
    for (const { id, variantId, second } of servers) {
      await this.db.raw(
        `insert into discord_role_mapping (id, variant_id, product_id, role_id)
         select 'drmap_more_' || cast(:id as text), :variant, 'prod_bench', id
           from discord_role where role_id = :role`,
        { id, variant: variantId, role: second.roleId },
      )
    }
  }

  /** Members of the world's own server who own Bronze and do not hold it yet. */
  async crowdWorld(
    { control, guildId, roles }: DiscordWorld,
    members: number,
  ): Promise<CrowdedServer> {
    const [row] = await this.db<{ id: string }>("discord_server").where({ guild_id: guildId })
    const server = {
      id: row?.id ?? "",
      guildId,
      roleId: roles.Bronze,
      variantId: this.store.variants.Bronze,
      second: { roleId: roles.Silver, variantId: this.store.variants.Silver },
    }
    return { ...server, userIds: await addOwners(this.db, control, server, members) }
  }

  /** Ends one without a chance to finish anything. */
  async kill(one: StoreProcess): Promise<void> {
    this.#processes.delete(one)
    await one.kill()
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#processes.keys()].map((each) => this.kill(each)))
  }

  async close(): Promise<void> {
    await this.stopAll()
    await this.db.destroy()
    await this.root.destroy()
  }
}

export interface CrowdedServer extends BenchServer {
  userIds: string[]
}
