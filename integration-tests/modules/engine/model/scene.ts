import { randomUUID } from "node:crypto"
import { setImmediate as turn } from "node:timers/promises"
import { MedusaError } from "@medusajs/framework/utils"
import { PRIORITY, type Priority } from "../../../../src/modules/discord/statuses.rules"
import { linkAccount, unlinkAccount } from "../../../../src/modules/discord/account/account.store"
import { rows } from "../../../../src/modules/discord/db/db"
import { refreshEntitlements } from "../../../../src/modules/discord/entitlement/entitlement.store"
import { markDue } from "../../../../src/modules/discord/membership/mark.store"
import { replaceMappings } from "../../../helpers/server/mappings"
import { consent, revoke } from "../../../helpers/account/consent"
import { settle } from "../../../helpers/engine/settle"
import type { Fault } from "../../../discord-sandbox/api/faults"
import { APPLICATION } from "../../../helpers/store/application"
import {
  CUSTOMERS,
  ORDERS,
  USERS,
  type Command,
  type LinkCommand,
  type MapCommand,
  type OrderCommand,
  type RoleRef,
  type Story,
} from "./commands"
import { Moderator } from "./moderator"
import { Promised } from "./promise"
import type { Stage } from "./stage"
import { MemberHistory } from "./history"

/** Long before any join of the bot. */
const LONG_AGO = "2024-01-01T00:00:00.000Z"

/** One story's users, customers, orders and variants, and what is to be true of them. */
export class Scene {
  readonly promised: Promised
  readonly #run = randomUUID().slice(0, 8)
  readonly #users: string[] = []
  readonly #faults: string[] = []
  readonly #bought = new Set<number>()
  readonly #moderator: Moderator
  /** By user: the last event before somebody asked for a look at them. */
  readonly #lookedAt = new Map<number, number>()
  #startId = 0

  private constructor(
    private readonly stage: Stage,
    story: Story,
  ) {
    this.promised = new Promised(story)
    this.#moderator = new Moderator(stage, (user) => this.userId(user))
  }

  static async open(stage: Stage, story: Story): Promise<Scene> {
    const scene = new Scene(stage, story)
    for (const user of USERS) {
      scene.#users.push((await stage.control.createUser()).id)
      await scene.#admit(user, story.members[user] ?? [])
    }
    for (const [variant, roles] of story.mappings.entries()) {
      if (roles.length > 0) {
        await scene.#map(variant, roles)
      }
    }
    return scene
  }

  userId(user: number): string {
    return this.#users[user] ?? ""
  }

  about(user: number, server: number) {
    return { guild_id: this.stage.server(server).guildId, user_id: this.userId(user) }
  }

  async apply(command: Command): Promise<void> {
    const { control, engine } = this.stage
    switch (command.kind) {
      case "order":
      case "map":
      case "link":
      case "unlink":
        return this.#change(command)
      case "cancel":
        this.promised.order(command.order, [])
        return this.#order(command.order, [])
      case "together": {
        const { first, second } = command
        const isSame =
          first.kind === "map" && second.kind === "map" && first.variant === second.variant
        await Promise.all([this.#change(first), ...(isSame ? [] : [this.#change(second)])])
        return
      }
      case "enter":
      case "leave":
      case "kick":
      case "give":
      case "take":
        return this.#moderator.apply(command)
      case "revoke":
        this.promised.revoke(command.user)
        await control.revokeAuthorization(this.userId(command.user), APPLICATION.client_id)
        return
      case "look":
        return this.#look(command.user, PRIORITY.customer)
      case "expire":
        return control.expireAccessTokens(this.userId(command.user))
      case "fault":
        return this.#breakDiscord(command.user, command.fault)
      case "restart":
        return this.stage.restart()
      case "breathe":
        for (let turns = 0; turns < command.turns; turns++) {
          await turn()
        }
        return
      case "settle":
        return engine.idle()
    }
  }

  /** Ends the trouble and lets all work come to its end. */
  async quiet(): Promise<void> {
    const { control, engine, db } = this.stage
    const faults = this.#faults.splice(0)
    await Promise.all(faults.map((id) => control.removeFault(id)))
    await settle(engine, db, { userIds: this.#users })
  }

  /** What a reconcile does: everyone is read in Discord first. */
  async reconcile(): Promise<void> {
    for (const user of USERS) {
      await this.#look(user, PRIORITY.bulk)
    }
    await this.quiet()
  }

  async #look(user: number, priority: Priority): Promise<void> {
    const { db, engine } = this.stage
    await this.#noteLook(user)
    const accounts = await rows<{ id: string }>(
      db,
      `select id from discord_account where discord_user_id = :user`,
      { user: this.userId(user) },
    )
    for (const { id } of accounts) {
      const scope = { kind: "accounts" as const, account_ids: [id] }
      engine.wake(await markDue(db, scope, priority, { look: "first" }))
    }
  }

  /** What happened to a user in Discord up to now will be seen. */
  async #noteLook(user: number): Promise<void> {
    const events = await this.stage.control.memberEvents({ user_id: this.userId(user) })
    this.#lookedAt.set(user, Math.max(0, ...events.map((event) => event.id)))
  }

  async endAllOrders(): Promise<void> {
    for (const order of this.#bought) {
      await this.apply({ kind: "cancel", order })
    }
    await this.quiet()
  }

  /** What Discord tells of a user, by server. */
  async histories(user: number): Promise<MemberHistory[]> {
    const { control, botId } = this.stage
    const about = { user_id: this.userId(user) }
    const [events, requests] = await Promise.all([
      control.memberEvents(about),
      control.requests(about),
    ])
    return this.stage.servers.map(({ guildId }, server) => {
      const isHere = ({ guild_id }: { guild_id: string | null }) => guild_id === guildId
      return new MemberHistory(events.filter(isHere), requests.filter(isHere), {
        botId,
        startId: this.#startId,
        lookedAtId: this.#lookedAt.get(user) ?? 0,
        blindTo: (role) => this.#moderator.gaveUnseen(user, server, role),
      })
    })
  }

  /** Lets a user be a member of long standing. @param members by server: the roles held, null = not in it */
  async #admit(user: number, members: (number[] | null)[]): Promise<void> {
    const { control } = this.stage
    for (const [server, roles] of members.entries()) {
      if (roles) {
        const { guild_id, user_id } = this.about(user, server)
        await control.addMember(guild_id, user_id, {
          roles: roles.map((role) => this.stage.roleId(server, role)),
          joined_at: LONG_AGO,
        })
      }
    }
    if (members.some((roles) => roles !== null)) {
      const events = await control.memberEvents({ user_id: this.userId(user) })
      this.#startId = Math.max(this.#startId, ...events.map((event) => event.id))
    }
  }

  async #breakDiscord(user: number, fault: Fault): Promise<void> {
    const { id } = await this.stage.control.addFault({ ...fault, user_id: this.userId(user) })
    this.#faults.push(id)
  }

  async #change(command: OrderCommand | MapCommand | LinkCommand): Promise<void> {
    switch (command.kind) {
      case "order":
        this.promised.order(command.order, command.variants)
        return this.#order(command.order, command.variants)
      case "map":
        this.promised.map(command.variant, command.roles, command.newBuyers)
        return this.#map(command.variant, command.roles, command.newBuyers)
      case "link":
        return this.#link(command)
      case "unlink":
        this.promised.unlink(command.customer)
        return this.#unlink(command.customer)
    }
  }

  /** What the order's record says now: a variant it does not name is gone from it. */
  async #order(order: number, variants: number[]): Promise<void> {
    this.#bought.add(order)
    const facts = variants.map((variant) => ({
      variant_id: this.#variantId(variant),
      customer_id: this.#customerId(ORDERS[order] ?? 0),
      starts_at: new Date(),
      ends_at: null,
      ended_reason: null,
    }))
    const source_id = `order_${this.#run}_${order}`
    this.stage.engine.wake(
      await refreshEntitlements(this.stage.db, { source: "order", source_id, facts }),
    )
  }

  async #map(variant: number, roles: RoleRef[], newBuyers = false): Promise<void> {
    const variant_id = this.#variantId(variant)
    const mappings = roles.map(({ server, role }) => ({
      variant_id,
      product_id: `prod_${this.#run}`,
      role_id: this.stage.storedRoleId(server, role),
      access_days: null,
    }))
    const apply_to = newBuyers ? "new_buyers" : "everyone"
    const servers = await replaceMappings(this.stage.db, [variant_id], mappings, { apply_to })
    this.stage.engine.wake(servers)
  }

  async #link(command: LinkCommand & { kind: "link" }): Promise<void> {
    const { db, deps, control, engine } = this.stage
    const isConflict = this.promised.isConflict(command)
    if (!isConflict) {
      this.promised.link(command)
    }
    const scopes = command.mayJoin ? undefined : ["identify"]
    if (!isConflict) {
      await this.#noteLook(command.user)
    }
    const consented = await consent(deps, control, this.userId(command.user), scopes)
    const customer_id = this.#customerId(command.customer)
    const registered = CUSTOMERS[command.customer]?.registered ?? false
    const linking = linkAccount(db, { customer_id, registered, ...consented })
    if (isConflict) {
      await expect(linking).rejects.toBeInstanceOf(MedusaError)
      return
    }
    const { replaced, server_ids } = await linking
    engine.wake(server_ids)
    if (replaced) {
      await revoke(deps, replaced)
    }
  }

  async #unlink(customer: number): Promise<void> {
    const { db, deps, engine } = this.stage
    const unlinked = await unlinkAccount(db, this.#customerId(customer))
    engine.wake(unlinked?.server_ids ?? [])
    for (const tokens of unlinked?.tokens ?? []) {
      await revoke(deps, tokens)
    }
  }

  #customerId(customer: number): string {
    return `cus_${this.#run}_${customer}`
  }

  #variantId(variant: number): string {
    return `variant_${this.#run}_${variant}`
  }
}
