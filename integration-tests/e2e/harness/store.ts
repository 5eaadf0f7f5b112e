import type Medusa from "@medusajs/js-sdk"
import { randomBytes } from "node:crypto"
import {
  connectDiscord,
  logInAdmin,
  newClient,
  registerCustomer,
} from "../../../demo/shop/customer"
import { placeOrder } from "../../../demo/shop/checkout"
import type {
  AdminDiscordServerListResponse,
  AdminGrantDiscordEntitlement,
  AdminProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
  AuthorizationUrlResponse,
} from "../../../src/types/http"
import { HttpClient } from "../../helpers/store/http"
import type { World } from "../world/addresses"
import type { Discord } from "./discord"

const PASSWORD = "discord-e2e"

export interface NewVariant {
  title: string
  amount?: number
}

export interface TestProduct {
  id: string
  /** In the order asked for. */
  variantIds: string[]
}

/** Somebody in the storefront. */
export interface Buyer {
  sdk: Medusa
  email: string
}

/** Puts things in place through the store's API, so that a test can begin where its story does. */
export class Store {
  private constructor(
    readonly world: World,
    readonly admin: Medusa,
  ) {}

  static async open(world: World): Promise<Store> {
    return new Store(world, await logInAdmin(world.addresses.medusa, world.admin))
  }

  async createProduct(title: string, variants: readonly NewVariant[]): Promise<TestProduct> {
    const { product } = await this.admin.admin.product.create({
      title,
      handle: `product-${randomBytes(6).toString("hex")}`,
      status: "published",
      sales_channels: [{ id: this.world.shop.salesChannelId }],
      options: [{ title: "Plan", values: variants.map((variant) => variant.title) }],
      variants: variants.map((variant, variant_rank) => ({
        title: variant.title,
        variant_rank,
        options: { Plan: variant.title },
        manage_inventory: false,
        prices: [{ amount: variant.amount ?? 10, currency_code: "eur" }],
      })),
    })
    const ids = new Map(product.variants?.map(({ title: name, id }) => [name, id]))
    return { id: product.id, variantIds: variants.map((each) => ids.get(each.title) ?? "") }
  }

  /** Installs the bot as an admin does, through Discord's consent, above all roles. @returns the server's id */
  async connectServer(discord: Discord, guildId = discord.guild.id): Promise<string> {
    await discord.installBot(guildId)
    // With the cookie that Discord's callback asks for.
    const browser = new HttpClient(this.world.addresses.medusa, await this.#authorization())
    const { authorization_url } = await browser.send<AuthorizationUrlResponse>(
      "/admin/discord/servers/connect",
      { method: "POST" },
    )
    const choice = { user_id: discord.owner.id, guild_id: guildId }
    await browser.send(await discord.control.authorize(authorization_url, choice))
    const { servers } = await browser.send<AdminDiscordServerListResponse>("/admin/discord/servers")
    const server = servers.find((each) => each.guild_id === guildId)
    if (!server) throw new Error("The Discord server was not connected")
    return server.id
  }

  async servers(): Promise<AdminDiscordServerListResponse> {
    return this.admin.client.fetch("/admin/discord/servers")
  }

  /** Re-reads a server's roles, as *Check again* does. */
  async refresh(serverId: string): Promise<void> {
    await this.admin.client.fetch(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" })
  }

  /** As an admin does who knows who the customer is: nobody consented to anything in Discord. */
  async linkById(customerId: string, discord_user_id: string): Promise<void> {
    await this.admin.client.fetch(`/admin/customers/${customerId}/discord/account`, {
      method: "POST",
      body: { discord_user_id },
    })
  }

  /** Members keep the roles they hold. */
  async disconnect(serverId: string): Promise<void> {
    await this.admin.client.fetch(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
  }

  async setRoles(productId: string, body: AdminSetProductDiscordRoles): Promise<void> {
    await this.admin.client.fetch(this.#rolesPath(productId), { method: "POST", body })
  }

  async rolesOf(productId: string): Promise<AdminProductDiscordRolesResponse["variants"]> {
    const path = this.#rolesPath(productId)
    return (await this.admin.client.fetch<AdminProductDiscordRolesResponse>(path)).variants
  }

  /** A registered customer, logged in. */
  async registerCustomer(name: string): Promise<Buyer & { id: string }> {
    const email = this.#newEmail(name)
    const { addresses, shop } = this.world
    const login = { email, password: PASSWORD }
    const sdk = await registerCustomer(addresses.medusa, shop.publishableKey, login)
    const { customer } = await sdk.store.customer.retrieve()
    return { sdk, email, id: customer.id }
  }

  /** Somebody who buys without an account. */
  guest(name: string): Buyer {
    const { addresses, shop } = this.world
    return { sdk: newClient(addresses.medusa, shop.publishableKey), email: this.#newEmail(name) }
  }

  /** Gives a customer the roles of a variant without an order. */
  async grantAccess(body: AdminGrantDiscordEntitlement): Promise<void> {
    await this.admin.client.fetch("/admin/discord/entitlements", { method: "POST", body })
  }

  /** @returns the order's id */
  async buy(customer: Buyer, variantId: string): Promise<string> {
    const { regionId } = this.world.shop
    const purchase = { regionId, variantId, email: customer.email, countryCode: "de" }
    return (await placeOrder(customer.sdk, purchase)).id
  }

  /** An order that an admin made out by hand, and that nobody has paid yet. @returns its id */
  async makeOutOrder(email: string, variantId: string): Promise<string> {
    const { regionId, salesChannelId } = this.world.shop
    const body = {
      email,
      region_id: regionId,
      sales_channel_id: salesChannelId,
      items: [{ variant_id: variantId, quantity: 1 }],
    }
    const { draft_order } = await this.admin.client.fetch<{ draft_order: { id: string } }>(
      "/admin/draft-orders",
      { method: "POST", body },
    )
    await this.admin.client.fetch(`/admin/draft-orders/${draft_order.id}/convert-to-order`, {
      method: "POST",
    })
    return draft_order.id
  }

  /** The admin takes the money for it. */
  async markAsPaid(order_id: string): Promise<void> {
    const { order } = await this.admin.admin.order.retrieve(order_id, { fields: "total" })
    const { payment_collection } = await this.admin.admin.paymentCollection.create({
      order_id,
      amount: order.total,
    })
    await this.admin.admin.paymentCollection.markAsPaid(payment_collection.id, { order_id })
  }

  /** The customer connects Discord as this user. */
  async linkAccount({ sdk }: Pick<Buyer, "sdk">, discord: Discord, userId: string): Promise<void> {
    const { addresses, shop } = this.world
    const { control } = discord
    await connectDiscord(sdk, addresses.medusa, shop.publishableKey, {
      control,
      buyer: { id: userId },
    })
  }

  async #authorization(): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.admin.client.getToken()}` }
  }

  #newEmail(name: string): string {
    return `${name}.${randomBytes(4).toString("hex")}@example.com`
  }

  #rolesPath(productId: string): string {
    return `/admin/products/${productId}/discord-roles`
  }
}
