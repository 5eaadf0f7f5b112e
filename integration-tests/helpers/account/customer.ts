import type { StoreDiscordResponse } from "../../../src/types/http"
import type { AuthorizeInput } from "../../discord-sandbox/client-authorize"
import { pathOf } from "../store/admin"
import type { DiscordWorld, RoleName } from "../server/discord"
import { HttpClient, type HttpAnswer } from "../store/http"
import type { TestStore } from "../store/store"

const PASSWORD = "test-customer-password"
const ADDRESS = {
  first_name: "Test",
  last_name: "Customer",
  address_1: "Test street 1",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
}

interface CartItem {
  variant_id: string
  quantity: number
  metadata?: object
}

interface CartDetails {
  payment?: { provider_id: string; data?: object }
  /** What a storefront, or whoever speaks to it, writes into the cart: the order has it, too. */
  metadata?: object
}

/** A person in a storefront: everything they do goes through the Store API. */
export class Customer {
  constructor(
    readonly http: HttpClient,
    readonly store: TestStore,
    readonly email: string,
    /** Empty for a guest. */
    readonly id: string,
  ) {}

  static guest(baseUrl: string, store: TestStore, email: string): Customer {
    return new Customer(storefront(baseUrl, store), store, email, "")
  }

  static async register(baseUrl: string, store: TestStore, email: string): Promise<Customer> {
    const http = storefront(baseUrl, store)
    const body = { email, password: PASSWORD }
    const { token } = await http.send<{ token: string }>("/auth/customer/emailpass/register", {
      body,
    })
    const { customer } = await http
      .with({ authorization: `Bearer ${token}` })
      .send<{ customer: { id: string } }>("/store/customers", { body: { email } })
    const signedIn = await http.send<{ token: string }>("/auth/customer/emailpass", { body })
    const session = http.with({ authorization: `Bearer ${signedIn.token}` })
    return new Customer(session, store, email, customer.id)
  }

  /** Buys one of each plan named. @returns the order's id */
  async buy(...plans: RoleName[]): Promise<string> {
    return this.buyItems(
      plans.map((plan) => ({ variant_id: this.store.variants[plan], quantity: 1 })),
    )
  }

  /** Buys as a real cart. @returns the order's id */
  async buyItems(items: CartItem[], cart: CartDetails = {}): Promise<string> {
    const cartId = await this.fillCart(items, cart)
    const { order } = await this.http.send<{ order: { id: string } }>(
      `/store/carts/${cartId}/complete`,
      { method: "POST" },
    )
    return order.id
  }

  /** A cart that lacks only to be completed. @returns its id */
  async fillCart(
    items: CartItem[],
    { payment = { provider_id: "pp_system_default" }, metadata }: CartDetails = {},
  ): Promise<string> {
    const { http, store } = this
    const { cart } = await http.send<{ cart: { id: string } }>("/store/carts", {
      body: {
        region_id: store.regionId,
        email: this.email,
        shipping_address: ADDRESS,
        billing_address: ADDRESS,
        items,
        metadata,
      },
    })
    await http.send(`/store/carts/${cart.id}/shipping-methods`, {
      body: { option_id: store.shippingOptionId },
    })
    const { payment_collection } = await http.send<{ payment_collection: { id: string } }>(
      "/store/payment-collections",
      { body: { cart_id: cart.id } },
    )
    await http.send(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      body: payment,
    })
    return cart.id
  }

  /** Where the customer's browser is sent to connect Discord. */
  async beginConnect(redirectUrl?: string): Promise<string> {
    const { authorization_url } = await this.http.send<{ authorization_url: string }>(
      "/store/discord/connect",
      { body: { redirect_url: redirectUrl } },
    )
    return authorization_url
  }

  /** Consents in Discord as this Discord user. @returns the callback, path and query, not opened yet */
  async consent(
    discord: DiscordWorld,
    userId: string,
    choice: Omit<AuthorizeInput, "user_id"> = {},
  ): Promise<string> {
    const url = await this.beginConnect()
    return pathOf(await discord.control.authorize(url, { user_id: userId, ...choice }))
  }

  /** Connects Discord as this Discord user. @returns the answer of the callback: a redirect to the storefront */
  async connect(
    discord: DiscordWorld,
    userId: string,
    choice: Omit<AuthorizeInput, "user_id"> = {},
  ): Promise<HttpAnswer<unknown>> {
    return this.http.raw(await this.consent(discord, userId, choice))
  }

  /** What the storefront shows of the customer's Discord. */
  async access(): Promise<StoreDiscordResponse> {
    return this.http.send<StoreDiscordResponse>("/store/discord")
  }

  /** Asks the store to look at Discord again. */
  async resync(): Promise<HttpAnswer<StoreDiscordResponse & { message?: string }>> {
    return this.http.raw("/store/discord/resync", { method: "POST" })
  }

  async disconnect(): Promise<HttpAnswer<{ message?: string }>> {
    return this.http.raw("/store/discord/account", { method: "DELETE" })
  }
}

function storefront(baseUrl: string, store: TestStore): HttpClient {
  return new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
}

/** Where the callback sent the browser: the page, and what its query tells it. */
export function endingOf(answer: HttpAnswer<unknown>): {
  page: string
  discord: string | null
  reason: string | null
} {
  const url = new URL(answer.headers.get("location") ?? "about:blank")
  return {
    page: `${url.origin}${url.pathname}`,
    discord: url.searchParams.get("discord"),
    reason: url.searchParams.get("discord_reason"),
  }
}
