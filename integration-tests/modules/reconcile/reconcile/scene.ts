import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ReconcileService } from "../../../../src/modules/discord/reconcile/reconcile.service"
import { SyncRunService } from "../../../../src/modules/discord/sync-run/sync-run.service"
import type { UnnamedRun } from "../../../../src/modules/discord/sync-run/sync-run.reads"
import { SandboxClient, type LogEntry } from "../../../discord-sandbox"
import { linkUser } from "../../../helpers/account/linked-user"
import { settle } from "../../../helpers/engine/settle"
import { createEngine, type TestEngine } from "../../../helpers/engine/engine"
import { insertHolders, placeOrder } from "../../../helpers/entitlement/owners"
import {
  connectNewServer,
  prepareDiscord,
  type ConnectedServer,
} from "../../../helpers/server/connected-server"
import { replaceMappings } from "../../../helpers/server/mappings"
import { APPLICATION } from "../../../helpers/store/application"
import { createDatabase, type TestDatabase } from "../../../helpers/store/database"

export const ROLES = ["Bronze", "Silver", "Gold"] as const
export type Role = (typeof ROLES)[number]

export const LIST = "GET /guilds/:guild/members"
export const READ = "GET /guilds/:guild/members/:user"
export const JOIN = "PUT /guilds/:guild/members/:user"
export const ADD = "PUT /guilds/:guild/members/:user/roles/:role"
export const REMOVE = "DELETE /guilds/:guild/members/:user/roles/:role"

const NOT_MANY = 1_000
/** *Administrator* stands for all of them. */
const ALL_PERMISSIONS = "8"
const LEASE_MS = 500

/** One process of the store. */
export interface Process extends TestEngine {
  reconciles: ReconcileService
  runs: SyncRunService
}

/** A server whose members hold what they bought, as the store gave it. */
export class Scene {
  readonly #processes: Process[] = []
  readonly #logged: string[] = []
  #orders = 0

  private constructor(
    readonly database: TestDatabase,
    readonly control: SandboxClient,
  ) {}

  server!: ConnectedServer
  process!: Process

  /** @param options.intent whether the application may list members */
  static async open({ intent = true } = {}): Promise<Scene> {
    const control = new SandboxClient(process.env.DISCORD_SANDBOX_URL ?? "")
    await prepareDiscord(control)
    await control.updateApplication(APPLICATION.client_id, { guild_members_intent: intent })
    const scene = new Scene(await createDatabase(), control)
    scene.process = scene.start()
    scene.server = await connectNewServer(scene.process.deps, control, ROLES)
    for (const role of ROLES) {
      await replaceMappings(scene.db, [role], [scene.#gives(role)])
    }
    return scene
  }

  get db(): Knex {
    return this.database.db
  }

  get logged(): readonly string[] {
    return this.#logged
  }

  start(): Process {
    const log = (line: unknown) => void this.#logged.push(String(line))
    const engine = createEngine({
      db: this.db,
      sandboxUrl: this.control.url,
      times: { leaseMs: LEASE_MS },
      requestsPerSecond: NOT_MANY,
      logger: { info: log, warn: log, error: log },
    })
    const wake = (ids: readonly string[]) => engine.engine.wake(ids)
    const reconciles = new ReconcileService(engine.deps, wake)
    const started = { ...engine, reconciles, runs: new SyncRunService(engine.deps, wake) }
    this.#processes.push(started)
    return started
  }

  async close(): Promise<void> {
    for (const each of this.#processes) {
      each.limits.close()
      await Promise.all([each.reconciles.stop(), each.runs.stop()])
      await each.close()
    }
    await this.database.drop()
  }

  roleId(role: Role): string {
    return this.server.roles[ROLES.indexOf(role)]?.role_id ?? ""
  }

  /** Members who have bought a role, and hold it from the store. @returns their ids in Discord */
  async addHolders(count: number, role: Role): Promise<string[]> {
    const roles = [this.roleId(role)]
    const users = await this.control.addManyMembers(this.server.guildId, count, { roles })
    await insertHolders(
      this.db,
      { id: this.server.id, variantId: role, roleId: this.roleId(role) },
      users,
    )
    return users
  }

  /** Somebody whom the store has brought in, with their consent. */
  async addBuyer(name: string, role: Role): Promise<string> {
    const customer = `cus_${name}`
    const userId = await linkUser(this.process.deps, this.control, customer, { username: name })
    this.process.engine.wake(
      await placeOrder(this.db, `order_${name}_${++this.#orders}`, customer, role),
    )
    await this.settled()
    return userId
  }

  /** What somebody bought ends, and nobody is told. */
  async endSilently(users: readonly string[]): Promise<void> {
    await this.db("discord_entitlement")
      .whereIn(
        "customer_id",
        users.map((id) => `cus_${id}`),
      )
      .update({ ends_at: new Date(), ended_reason: "canceled" })
  }

  /** The same of those who bought by `addBuyer`. */
  async endOf(users: readonly string[]): Promise<void> {
    const links = this.db("discord_account_link as l")
      .join("discord_account as a", "a.id", "l.account_id")
      .whereIn("a.discord_user_id", [...users])
      .select("l.customer_id")
    await this.db("discord_entitlement")
      .whereIn("customer_id", links)
      .update({ ends_at: new Date(), ended_reason: "canceled" })
  }

  /** Who the store brought in leaves when their access ends; the bot may kick. */
  async kickAtTheEnd(): Promise<void> {
    const roles = await this.control.roles(this.server.guildId)
    const bot = roles.find(({ tags }) => tags?.bot_id !== undefined)
    const permissions = ALL_PERMISSIONS
    await this.control.updateRole(this.server.guildId, bot?.id ?? "", { permissions })
    await this.setServer({ on_access_end: "kick", bot_permissions: permissions })
  }

  /** One more server, with nobody known in it. */
  async addServer(): Promise<void> {
    await connectNewServer(this.process.deps, this.control, ROLES)
  }

  /** Runs to its end, with what it has the engine do. @returns the run */
  async reconcile({ dry_run = false } = {}): Promise<UnnamedRun> {
    const id = await this.begin({ dry_run })
    await this.goOn()
    return this.run(id)
  }

  async begin({ dry_run = false } = {}): Promise<string> {
    return this.process.reconciles.begin({ server_id: this.server.id, dry_run, actor_id: "user" })
  }

  async goOn({ reconciles } = this.process): Promise<void> {
    await reconciles.takeUp()
    await reconciles.idle()
    await this.settled()
  }

  async settled(): Promise<void> {
    await settle(this.process.engine, this.db)
  }

  run(id: string): Promise<UnnamedRun> {
    return this.process.runs.retrieve(id)
  }

  /** What the bot asked of Discord about the server, in order. */
  async calls(): Promise<string[]> {
    const log = await this.control.requests({ guild_id: this.server.guildId })
    return log.map(callOf)
  }

  /** Names of roles; null = not in the server. */
  async rolesOf(userId: string): Promise<Role[] | null> {
    const member = await this.control.member(this.server.guildId, userId)
    return member && ROLES.filter((role) => member.roles.includes(this.roleId(role)))
  }

  async membership(userId: string): Promise<MembershipRow> {
    const found: unknown[] = await this.db("discord_membership as m")
      .join("discord_account as a", "a.id", "m.account_id")
      .where("a.discord_user_id", userId)
      .select("m.*")
    return found[0] as MembershipRow
  }

  async ledgerOf(userId: string): Promise<string[]> {
    const { id } = await this.membership(userId)
    const grants = await this.db("discord_role_grant").where({ membership_id: id })
    return (grants as { role_id: string; origin: string }[]).map(
      ({ role_id, origin }) => `${ROLES.find((role) => this.roleId(role) === role_id)} ${origin}`,
    )
  }

  async setServer(change: Record<string, unknown>): Promise<void> {
    await this.db("discord_server").where({ id: this.server.id }).update(change)
  }

  #gives(role: Role) {
    const role_id = this.server.roles[ROLES.indexOf(role)]?.id ?? ""
    return { variant_id: role, product_id: "prod", role_id, access_days: null }
  }
}

interface MembershipRow {
  id: string
  status: string
  in_server: boolean | null
  pending: boolean | null
  last_seen_at: Date | null
  observed_roles: string[] | null
}

function callOf({ method, route }: LogEntry): string {
  return `${method} ${route}`
}

/** A suite in which each test has a scene of its own. */
export function withScene(options: { intent?: boolean } = {}): () => Scene {
  let scene: Scene
  beforeEach(async () => {
    scene = await Scene.open(options)
  })
  afterEach(async () => {
    await scene.close()
  })
  return () => scene
}
