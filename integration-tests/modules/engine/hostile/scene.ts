import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { PRIORITY, type MembershipStatus } from "../../../../src/modules/discord/statuses.rules"
import { linkAccount } from "../../../../src/modules/discord/account/account.store"
import { rows } from "../../../../src/modules/discord/db/db"
import { markDue } from "../../../../src/modules/discord/membership/mark.store"
import { replaceMappings } from "../../../helpers/server/mappings"
import { SandboxClient, type LogEntry, type UserInput } from "../../../discord-sandbox"
import {
  connectNewServer,
  prepareDiscord,
  type ConnectedServer,
} from "../../../helpers/server/connected-server"
import { consent } from "../../../helpers/account/consent"
import { createDatabase, type TestDatabase } from "../../../helpers/store/database"
import { createEngine, type TestEngine } from "../../../helpers/engine/engine"
import { linkUser } from "../../../helpers/account/linked-user"
import {
  customerOf,
  insertNewcomers,
  insertOwners,
  placeOrder,
} from "../../../helpers/entitlement/owners"

/** Discord's own kind of windows, with room for a backlog to be worked off in seconds. */
const WIDE = { limit: 200, window_ms: 1_000 }
const LIMITS = {
  global: { limit: 1_000, window_ms: 1_000 },
  member_role: WIDE,
  member_patch: WIDE,
  member_put: WIDE,
  member_get: WIDE,
}
/** Longest pause of the lane while Discord does not answer, unless a test says otherwise. */
export const HOLD_MAX_MS = 200
const PRODUCT = "prod_hostile"

export interface MembershipRow {
  status: MembershipStatus
  error_owner: string | null
  error_message: string | null
  next_attempt_at: Date | null
}

/** One server with some mapped roles, and the engine that serves it. */
export class HostileScene {
  readonly #orders = { last: 0 }

  private constructor(
    private readonly database: TestDatabase,
    private readonly running: TestEngine,
    readonly control: SandboxClient,
    readonly server: ConnectedServer,
    readonly logged: string[],
  ) {}

  /**
   * @param roleNames the lowest first
   * @param options.holdMaxMs longest pause of the lane while Discord does not answer
   * @param options.timeoutMs longest wait for an answer; only for who delays answers, since a busy machine delays them too
   */
  static async open(
    roleNames: string[],
    { holdMaxMs = HOLD_MAX_MS, timeoutMs }: { holdMaxMs?: number; timeoutMs?: number } = {},
  ): Promise<HostileScene> {
    const control = new SandboxClient(process.env.DISCORD_SANDBOX_URL ?? "")
    await prepareDiscord(control)
    await control.configure({ limits: LIMITS })
    const database = await createDatabase()
    const logged: string[] = []
    const log = (line: unknown) => logged.push(String(line))
    const running = createEngine({
      db: database.db,
      sandboxUrl: control.url,
      times: { holdMaxMs },
      requestsPerSecond: 1_000,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      logger: { info: log, warn: log, error: log },
    })
    const server = await connectNewServer(running.deps, control, roleNames)
    const scene = new HostileScene(database, running, control, server, logged)
    await scene.#mapRoles()
    return scene
  }

  get db(): Knex {
    return this.database.db
  }

  get deps(): TestEngine["deps"] {
    return this.running.deps
  }

  get engine(): TestEngine["engine"] {
    return this.running.engine
  }

  async close(): Promise<void> {
    await this.running.close()
    await this.database.drop()
  }

  roleId(role: number): string {
    return this.#role(role).role_id
  }

  /** Many members who own one role's variant, all due. @returns Discord's ids of the users */
  async addDueMembers(count: number, role = 0): Promise<string[]> {
    const userIds = await this.control.addManyMembers(this.server.guildId, count)
    const variantId = variantOf(role)
    await insertOwners(this.db, { id: this.server.id, variantId }, userIds)
    this.engine.wake(
      await markDue(
        this.db,
        { kind: "variants", variant_ids: [variantId], server_ids: [this.server.id] },
        PRIORITY.change,
      ),
    )
    return userIds
  }

  /** Many who are not in the server, own one role's variant and agreed to be brought in, all waiting; for joins that fail. */
  async addDueNewcomers(count: number, role = 0): Promise<string[]> {
    const elsewhere = await this.control.createGuild({ name: "Elsewhere" })
    const userIds = await this.control.addManyMembers(elsewhere.id, count)
    const variantId = variantOf(role)
    await insertNewcomers(this.deps, variantId, userIds)
    const owners = userIds.map((id) => ({ customer_id: customerOf(id), variant_id: variantId }))
    this.engine.wake(await markDue(this.db, { kind: "owners", owners }, PRIORITY.customer))
    return userIds
  }

  /** Somebody who is not in the server connects Discord. */
  async link(name: string, input: UserInput = {}): Promise<{ customerId: string; userId: string }> {
    const customerId = `cus_${name}`
    const userId = await linkUser(this.running.deps, this.control, customerId, {
      username: name,
      ...input,
    })
    return { customerId, userId }
  }

  async buy(customerId: string, role = 0): Promise<void> {
    const orderId = `order_new_${++this.#orders.last}`
    this.engine.wake(await placeOrder(this.db, orderId, customerId, variantOf(role)))
  }

  /** The customer goes through Discord's consent page once more. */
  async connectAgain(customerId: string, userId: string): Promise<void> {
    const consented = await consent(this.running.deps, this.control, userId)
    const { server_ids } = await linkAccount(this.db, {
      customer_id: customerId,
      registered: true,
      ...consented,
    })
    this.engine.wake(server_ids)
  }

  /** An admin has a member looked at anew. */
  async resync(userId: string): Promise<void> {
    const [account] = await rows<{ id: string }>(
      this.db,
      `select id from discord_account where discord_user_id = :id`,
      { id: userId },
    )
    const scope = { kind: "accounts" as const, account_ids: account ? [account.id] : [] }
    this.engine.wake(await markDue(this.db, scope, PRIORITY.change, { look: "first" }))
  }

  async linkMany(count: number): Promise<{ customerId: string; userId: string }[]> {
    const people = []
    for (let i = 0; i < count; i++) {
      people.push(await this.link(`buyer_${i}`))
    }
    return people
  }

  /** Everybody's right to a role's variant ends now. */
  async endAccess(role: number): Promise<void> {
    await rows(this.db, `update discord_entitlement set ends_at = now() where variant_id = :id`, {
      id: variantOf(role),
    })
    this.engine.wake(
      await markDue(this.db, { kind: "server", server_id: this.server.id }, PRIORITY.bulk),
    )
  }

  /** Who holds a role in Discord. */
  async holders(role = 0): Promise<string[]> {
    const members = await this.control.members(this.server.guildId)
    return members
      .filter(({ roles }) => roles.includes(this.roleId(role)))
      .map(({ user_id }) => user_id)
  }

  async membership(userId: string): Promise<MembershipRow> {
    const [row] = await rows<MembershipRow>(
      this.db,
      `select m.status, m.error_owner, m.error_message, m.next_attempt_at
         from discord_membership m join discord_account a on a.id = m.account_id
        where a.discord_user_id = :user_id`,
      { user_id: userId },
    )
    if (!row) {
      throw new Error(`${userId} has no membership`)
    }
    return row
  }

  /** How many memberships stand in each status. */
  async statuses(): Promise<Partial<Record<MembershipStatus, number>>> {
    const counted = await rows<{ status: MembershipStatus; count: string }>(
      this.db,
      `select status, count(*) from discord_membership group by status`,
    )
    return Object.fromEntries(counted.map(({ status, count }) => [status, Number(count)]))
  }

  /** The words of those who wait for the admin, each once. */
  async adminWords(): Promise<string[]> {
    const words = await rows<{ error_message: string }>(
      this.db,
      `select distinct error_message from discord_membership
        where status = 'waiting_for_admin' order by error_message`,
    )
    return words.map((row) => row.error_message)
  }

  async serverState(): Promise<{ status: string; pause_reason: string | null }> {
    const [row] = await rows<{ status: string; pause_reason: string | null }>(
      this.db,
      `select status, pause_reason from discord_server where id = :id`,
      { id: this.server.id },
    )
    return row ?? { status: "gone", pause_reason: null }
  }

  /** What the bot asked of Discord about members. */
  async memberCalls(): Promise<LogEntry[]> {
    const calls = await this.control.requests({ guild_id: this.server.guildId })
    return calls.filter(({ route }) => route.includes("/members/:user"))
  }

  async #mapRoles(): Promise<void> {
    for (const role of this.server.roles.keys()) {
      const variant_id = variantOf(role)
      const role_id = this.#role(role).id
      await replaceMappings(
        this.db,
        [variant_id],
        [{ variant_id, product_id: PRODUCT, role_id, access_days: null }],
      )
    }
  }

  #role(role: number): ConnectedServer["roles"][number] {
    const found = this.server.roles[role]
    if (!found) {
      throw new Error(`There is no role ${role}`)
    }
    return found
  }
}

function variantOf(role: number): string {
  return `variant_${role}`
}
