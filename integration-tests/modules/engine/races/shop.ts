import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { randomUUID } from "node:crypto"
import { invalidateTokens } from "../../../../src/modules/discord/account/account-tokens.store"
import { linkAccount, unlinkAccount } from "../../../../src/modules/discord/account/account.store"
import { eraseCustomer } from "../../../../src/modules/discord/account/erase.store"
import { rows } from "../../../../src/modules/discord/db/db"
import { refreshEntitlements } from "../../../../src/modules/discord/entitlement/entitlement.store"
import { replaceMappings } from "../../../helpers/server/mappings"
import { adoptGuest } from "../../../../src/modules/discord/account/guests.store"
import type { SyncDeps } from "../../../../src/modules/discord/engine/deps"
import { SandboxClient } from "../../../discord-sandbox"
import {
  connectNewServer,
  prepareDiscord,
  type ConnectedServer,
} from "../../../helpers/server/connected-server"
import type { OldTokens } from "../../../../src/modules/discord/account/account-tokens.store"
import { consent, type Consented } from "../../../helpers/account/consent"
import { createDatabase, type TestDatabase } from "../../../helpers/store/database"
import { createEngine, type TestEngine } from "../../../helpers/engine/engine"
import { settle } from "../../../helpers/engine/settle"

export const ROLE_NAMES = ["Bronze", "Silver", "Gold"] as const
export type RoleName = (typeof ROLE_NAMES)[number]
const TIMES = { leaseMs: 5_000, holdMaxMs: 2 }

export interface Person {
  userId: string
  customerId: string
  registered: boolean
  consented: Consented
}

/** A store with one connected server and whatever engines a test starts on it. */
export class Shop {
  readonly #engines: TestEngine[] = []

  private constructor(
    readonly control: SandboxClient,
    readonly botId: string,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<Shop> {
    const control = new SandboxClient(process.env.DISCORD_SANDBOX_URL ?? "")
    return new Shop(control, await prepareDiscord(control), await createDatabase())
  }

  get db(): Knex {
    return this.database.db
  }

  /** One engine stands for one process. */
  start(logger?: SyncDeps["logger"]): TestEngine {
    const started = createEngine({
      db: this.db,
      sandboxUrl: this.control.url,
      times: TIMES,
      requestsPerSecond: 1_000,
      ...(logger && { logger }),
    })
    this.#engines.push(started)
    return started
  }

  async stopEngines(): Promise<void> {
    await Promise.all(this.#engines.splice(0).map((each) => each.close()))
  }

  async close(): Promise<void> {
    await this.stopEngines()
    await this.database.drop()
  }

  async newServer({ deps }: TestEngine): Promise<ConnectedServer> {
    return connectNewServer(deps, this.control, ROLE_NAMES)
  }

  /** Somebody who has agreed on Discord's page, and is not linked yet. */
  async newPerson({ deps }: TestEngine): Promise<Person> {
    const { id: userId } = await this.control.createUser()
    return {
      userId,
      customerId: `cus_${userId}`,
      registered: true,
      consented: await consent(deps, this.control, userId),
    }
  }

  async newPeople(engine: TestEngine, count: number): Promise<Person[]> {
    return Promise.all(Array.from({ length: count }, () => this.newPerson(engine)))
  }

  /** The same Discord user as a guest, who is another customer to the store. */
  asGuest(one: Person): Person {
    return { ...one, customerId: `guest_${one.userId}`, registered: false }
  }

  newVariant(): string {
    return `variant_${randomUUID()}`
  }

  async link({ customerId: customer_id, registered, consented }: Person): Promise<string[]> {
    return (await linkAccount(this.db, { customer_id, registered, ...consented })).server_ids
  }

  /** The registered customer has proven to be this guest. */
  async adopt(guest: Person, { customerId: customer_id }: Person): Promise<string[]> {
    return adoptGuest(this.db, { customer_id, guest_id: guest.customerId })
  }

  /** Discord has refused the tokens that the person is linked with. */
  async refuse({ userId }: Person): Promise<void> {
    const [tokens] = await rows<OldTokens>(
      this.db,
      `select t.account_id, t.sealed from discord_account_token t
         join discord_account a on a.id = t.account_id where a.discord_user_id = :userId`,
      { userId },
    )
    await invalidateTokens(this.db, tokens?.account_id ?? "", tokens?.sealed ?? "")
  }

  async unlink({ customerId }: Person): Promise<string[]> {
    return (await unlinkAccount(this.db, customerId))?.server_ids ?? []
  }

  /** The customer was deleted in Medusa. */
  async erase({ customerId }: Person): Promise<string[]> {
    return (await eraseCustomer(this.db, customerId)).server_ids
  }

  /** The order's record says that it holds these variants, and no others. */
  async order({ customerId }: Person, variants: string[], id = "1"): Promise<string[]> {
    return refreshEntitlements(this.db, {
      source: "order",
      source_id: `order_${id}_${customerId}`,
      facts: variants.map((variant_id) => ({
        variant_id,
        customer_id: customerId,
        starts_at: new Date(),
        ends_at: null,
        ended_reason: null,
      })),
    })
  }

  async map(variant: string, server: ConnectedServer, ...names: RoleName[]): Promise<string[]> {
    return replaceMappings(
      this.db,
      [variant],
      names.map((name) => ({
        variant_id: variant,
        product_id: "prod_races",
        role_id: server.roles[ROLE_NAMES.indexOf(name)]?.id ?? "",
        access_days: null,
      })),
    )
  }

  async settle({ engine }: TestEngine): Promise<void> {
    await settle(engine, this.db)
  }

  /** Names of the roles each person holds; null = not in the server. */
  async rolesOf(people: Person[], server: ConnectedServer): Promise<(string | null)[]> {
    const members = await this.control.members(server.guildId)
    return people.map(({ userId }) => {
      const member = members.find((each) => each.user_id === userId)
      return member
        ? ROLE_NAMES.filter((_, at) =>
            member.roles.includes(server.roles[at]?.role_id ?? ""),
          ).join()
        : null
    })
  }

  async hasTokens({ userId }: Person): Promise<boolean> {
    const tokens = await rows(
      this.db,
      `select 1 from discord_account_token t join discord_account a on a.id = t.account_id
        where a.discord_user_id = :userId`,
      { userId },
    )
    return tokens.length > 0
  }

  /** Who should hold a role by what the store has written down. */
  async standing(variant: string): Promise<Set<string>> {
    const owners = await rows<{ customer_id: string }>(
      this.db,
      `select customer_id from discord_entitlement
        where variant_id = :variant and (ends_at is null or ends_at > now())`,
      { variant },
    )
    return new Set(owners.map((owner) => owner.customer_id))
  }
}
