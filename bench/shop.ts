import { connectServer, signInAdmin } from "../integration-tests/helpers/admin"
import { discordEnv } from "../integration-tests/helpers/application"
import { Customer } from "../integration-tests/helpers/customer"
import { DiscordWorld, ROLE_NAMES } from "../integration-tests/helpers/discord"
import { freePort } from "../integration-tests/helpers/postgres"
import type { TestStore } from "../integration-tests/helpers/store"
import { Program } from "./program"
import { SEEDED } from "./seed-store"
import type { Stage } from "./stage"

const CLI = require.resolve("@medusajs/cli/cli.js")
const START_MS = 180_000

/** A real Medusa with the plugin, as `medusa start` runs it, and a Discord server that its variants give roles of. */
export class Shop {
  private constructor(
    private readonly baseUrl: string,
    private readonly store: TestStore,
    readonly discord: DiscordWorld,
    private readonly medusa: Program,
  ) {}

  static async open(stage: Stage, databaseUrl: string): Promise<Shop> {
    const port = await freePort()
    const env = {
      ...discordEnv(stage.sandboxUrl),
      DATABASE_URL: databaseUrl,
      DISABLE_MEDUSA_ADMIN: "true",
      MEDUSA_DISABLE_TELEMETRY: "true",
      NODE_ENV: "production",
    }
    const medusa = (...args: string[]) => stage.run(new Program([CLI, ...args], env))
    stage.say("  migrating and seeding a store")
    await medusa("db:migrate").succeeded()
    const seeding = await medusa("exec", "./bench/seed-store.ts").succeeded()
    const store = seededStore(seeding)
    const baseUrl = `http://localhost:${port}`
    const server = medusa("start", "--port", String(port))
    await server.ready(async () => {
      const answer = await fetch(`${baseUrl}/health`).catch(() => null)
      return answer?.ok === true
    }, START_MS)
    const discord = await DiscordWorld.create(stage.sandboxUrl)
    const shop = new Shop(baseUrl, store, discord, server)
    await shop.#mapRoles()
    return shop
  }

  /** A customer with an account, who has connected Discord. */
  async newCustomer(name: string): Promise<{ customer: Customer; userId: string }> {
    const customer = await Customer.register(this.baseUrl, this.store, `${name}@bench.store`)
    const userId = await this.discord.createUser(name)
    const answer = await customer.connect(this.discord, userId)
    if (answer.status >= 400) {
      throw new Error(`${name} could not connect Discord: ${JSON.stringify(answer.body)}`)
    }
    return { customer, userId }
  }

  close(): Promise<void> {
    return this.medusa.stop()
  }

  async #mapRoles(): Promise<void> {
    const admin = await signInAdmin(this.baseUrl)
    await connectServer(admin, this.discord)
    const variants = ROLE_NAMES.map((name) => ({
      variant_id: this.store.variants[name],
      roles: [{ role_id: this.discord.roles[name] }],
    }))
    await admin.send(`/admin/products/${this.store.productId}/discord-roles`, {
      body: { variants },
    })
  }
}

function seededStore(output: string): TestStore {
  const line = output.split("\n").find((each) => each.startsWith(SEEDED))
  if (line === undefined) {
    throw new Error(`The store was not seeded:\n${output}`)
  }
  return JSON.parse(line.slice(SEEDED.length)) as TestStore
}
