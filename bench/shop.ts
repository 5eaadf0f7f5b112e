import { connectServer, signInAdmin } from "../integration-tests/helpers/store/admin"
import { Customer } from "../integration-tests/helpers/account/customer"
import { DiscordWorld, ROLE_NAMES } from "../integration-tests/helpers/server/discord"
import type { Stage } from "./stage"
import { startStore, type StoreServer } from "./store-server"

/** A real Medusa with the plugin, and a Discord server that its variants give roles of. */
export class Shop {
  private constructor(
    private readonly server: StoreServer,
    readonly discord: DiscordWorld,
  ) {}

  /** @param options.gateway whether the store listens to the gateway, which tells it of members */
  static async open(
    stage: Stage,
    databaseUrl: string,
    { gateway = false, isWorkerApart }: { gateway?: boolean; isWorkerApart?: boolean } = {},
  ): Promise<Shop> {
    // First: a store that listens finds its application there.
    const discord = await DiscordWorld.create(stage.sandboxUrl, { guild_members_intent: gateway })
    const env = { DISCORD_GATEWAY: String(gateway) }
    const server = await startStore(stage, databaseUrl, { env, isWorkerApart })
    const shop = new Shop(server, discord)
    await shop.#mapRoles()
    return shop
  }

  /** A customer with an account, who has connected Discord. */
  async newCustomer(name: string): Promise<{ customer: Customer; userId: string }> {
    const { baseUrl, store } = this.server
    const customer = await Customer.register(baseUrl, store, `${name}@bench.store`)
    const userId = await this.discord.createUser(name)
    const answer = await customer.connect(this.discord, userId)
    if (answer.status >= 400) {
      throw new Error(`${name} could not connect Discord: ${JSON.stringify(answer.body)}`)
    }
    return { customer, userId }
  }

  close(): Promise<void> {
    return this.server.stop()
  }

  async #mapRoles(): Promise<void> {
    const { baseUrl, store } = this.server
    const admin = await signInAdmin(baseUrl)
    await connectServer(admin, this.discord)
    const variants = ROLE_NAMES.map((name) => ({
      variant_id: store.variants[name],
      roles: [{ role_id: this.discord.roles[name] }],
    }))
    await admin.send(`/admin/products/${store.productId}/discord-roles`, { body: { variants } })
  }
}
