import { linkAccount } from "../../../../src/modules/discord/account/account.store"
import { rows } from "../../../../src/modules/discord/db/db"
import { refreshEntitlements } from "../../../../src/modules/discord/entitlement/entitlement.store"
import { replaceMappings } from "../../../helpers/server/mappings"
import type { SyncDeps } from "../../../../src/modules/discord/engine/deps"
import type { SandboxClient } from "../../../discord-sandbox"
import { connectNewServer, type ConnectedServer } from "../../../helpers/server/connected-server"
import { consent } from "../../../helpers/account/consent"

const ROLE_NAMES = ["Bronze", "Silver", "Gold", "Platinum", "Helper"]
const LONG_AGO = "2024-01-01T00:00:00.000Z"
const PRODUCT = "prod_fixture"

/** Variant -> roles, as server and place among its roles. Some share a role, one gives enough for a single PATCH. */
const PLANS: Record<string, [server: number, role: number][]> = {
  basic: [
    [0, 0],
    [1, 0],
  ],
  full: [
    [0, 0],
    [0, 1],
    [0, 2],
    [0, 3],
  ],
  shared: [
    [0, 1],
    [1, 1],
    [1, 2],
  ],
}
const VARIANTS = Object.keys(PLANS)

export interface PayingMember {
  userId: string
  customerId: string
  /** What the customer owns now. */
  variants: string[]
}

/** Two servers and some customers who change their plans again and again. */
export class Fixture {
  readonly members: PayingMember[] = []
  /** By guild, user and role: how often the role came to be wanted. */
  readonly rises = new Map<string, number>()

  private constructor(
    private readonly deps: SyncDeps,
    private readonly control: SandboxClient,
    readonly servers: ConnectedServer[],
  ) {}

  /** Every third member is in the servers already, and holds a paid role and a moderator's. */
  static async build(deps: SyncDeps, control: SandboxClient, size: number): Promise<Fixture> {
    const servers = [
      await connectNewServer(deps, control, ROLE_NAMES),
      await connectNewServer(deps, control, ROLE_NAMES),
    ]
    const fixture = new Fixture(deps, control, servers)
    for (const variant of VARIANTS) {
      await replaceMappings(deps.db, [variant], fixture.#mappingsOf(variant))
    }
    for (let at = 0; at < size; at++) {
      await fixture.#settle(at)
    }
    return fixture
  }

  /** What a variant gives, as stored and as Discord names it. */
  rolesOf(variant: string) {
    return (PLANS[variant] ?? []).flatMap(([server, role]) => {
      const connected = this.servers[server]
      const found = connected?.roles[role]
      return connected && found ? [{ guildId: connected.guildId, ...found }] : []
    })
  }

  /** Discord's ids of the roles that a member has paid for in a server. */
  paidRoles({ variants }: PayingMember, guildId: string): string[] {
    const roles = variants.flatMap((variant) => this.rolesOf(variant))
    return [...new Set(roles.filter((role) => role.guildId === guildId).map((r) => r.role_id))]
  }

  /** Some members change their plan: each plan is as likely as none. */
  async changePlans(count: number): Promise<void> {
    const chosen = [...this.members].sort(() => Math.random() - 0.5).slice(0, count)
    for (const member of chosen) {
      await this.#changePlan(
        member,
        VARIANTS.filter(() => Math.random() < 0.5),
      )
    }
  }

  async #changePlan(member: PayingMember, variants: string[]): Promise<void> {
    const before = this.#wanted(member)
    member.variants = variants
    for (const wish of this.#wanted(member)) {
      if (!before.has(wish)) {
        this.rises.set(wish, (this.rises.get(wish) ?? 0) + 1)
      }
    }
    await refreshEntitlements(this.deps.db, {
      source: "order",
      source_id: `order_${member.customerId}`,
      facts: variants.map((variant_id) => ({
        variant_id,
        customer_id: member.customerId,
        starts_at: new Date(),
        ends_at: null,
        ended_reason: null,
      })),
    })
  }

  #wanted(member: PayingMember): Set<string> {
    return new Set(
      this.servers.flatMap(({ guildId }) =>
        this.paidRoles(member, guildId).map((role) => `${guildId}/${member.userId}/${role}`),
      ),
    )
  }

  #mappingsOf(variant: string) {
    return this.rolesOf(variant).map(({ id }) => ({
      variant_id: variant,
      product_id: PRODUCT,
      role_id: id,
      access_days: null,
    }))
  }

  async #settle(at: number): Promise<void> {
    const { deps, control } = this
    const { id: userId } = await control.createUser()
    if (at % 3 === 0) {
      for (const { guildId, roles } of this.servers) {
        const held = [roles[at % 2], roles.at(-1)].flatMap((role) => (role ? [role.role_id] : []))
        await control.addMember(guildId, userId, { roles: held, joined_at: LONG_AGO })
      }
    }
    const customerId = `cus_town_${at}`
    await linkAccount(deps.db, {
      customer_id: customerId,
      registered: true,
      ...(await consent(deps, control, userId)),
    })
    this.members.push({ userId, customerId, variants: [] })
  }

  /** The ledger of a member in a server: role id -> origin; unconfirmed entries say so. */
  async ledgerOf({ userId }: PayingMember, serverId: string): Promise<Record<string, string>> {
    const ledger = await rows<{ role_id: string; origin: string; confirmed: boolean }>(
      this.deps.db,
      `select g.role_id, g.origin, g.confirmed from discord_role_grant g
         join discord_membership m on m.id = g.membership_id
         join discord_account a on a.id = m.account_id
        where a.discord_user_id = :userId and m.server_id = :serverId`,
      { userId, serverId },
    )
    return Object.fromEntries(
      ledger.map((row) => [row.role_id, row.confirmed ? row.origin : `${row.origin}?`]),
    )
  }
}
