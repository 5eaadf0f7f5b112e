import type { Client, FetchArgs } from "@medusajs/js-sdk"
import type {
  StoreConnectDiscord,
  StoreConnectDiscordResponse,
  StoreDiscordResponse,
  StoreProductDiscordRolesResponse,
} from "../types/http"

/** The store's `@medusajs/js-sdk`, or what wraps its client. */
export type DiscordSdk = { client: Pick<Client, "fetch"> }

/**
 * What a single call may add, as the framework's own `fetch` takes it: for a storefront's server the customer's `Authorization`,
 * the browser's `Accept-Language`, and how to cache.
 */
export type CallOptions = Omit<FetchArgs, "method" | "body" | "query">

/**
 * What the customer has in Discord, and what they must do.
 *
 * @throws FetchError 401 when nobody is signed in
 */
export function getDiscordStatus(
  sdk: DiscordSdk,
  options: CallOptions = {},
): Promise<StoreDiscordResponse> {
  return sdk.client.fetch("/store/discord", options)
}

/**
 * Begins to connect Discord: send the browser to `connect_url` at once. Whoever opens it first connects their Discord account.
 *
 * @param sdk the store's SDK
 * @param body what the connection is for
 * @param body.redirect_url one of the plugin's `redirectUrls`, with any query: where the browser comes back to
 * @param body.cart_id of a guest: connects the order that this cart becomes
 * @throws FetchError 400 when the address is not one of them or the cart cannot be connected, 401 when nobody is signed in, 429 when it is asked too often
 */
export function connectDiscord(
  sdk: DiscordSdk,
  body: StoreConnectDiscord = {},
  options: CallOptions = {},
): Promise<StoreConnectDiscordResponse> {
  return sdk.client.fetch("/store/discord/connect", { ...options, method: "POST", body })
}

/**
 * Has the store look at the customer in Discord again: for a button *I lost my role*.
 *
 * @throws FetchError 429 after six times in a minute
 */
export function resyncDiscord(
  sdk: DiscordSdk,
  options: CallOptions = {},
): Promise<StoreDiscordResponse> {
  return sdk.client.fetch("/store/discord/resync", { ...options, method: "POST" })
}

/** Disconnects the customer from Discord: what the store gave them there is taken back. Ask before. */
export async function disconnectDiscord(sdk: DiscordSdk, options: CallOptions = {}): Promise<void> {
  await sdk.client.fetch("/store/discord/account", { ...options, method: "DELETE" })
}

/** Who asks what a product gives. */
export interface ProductRolesQuery {
  /** Of a guest: is answered for who connected Discord with this cart. */
  cart_id?: string
}

/**
 * What each variant of a product gives in Discord, and whether the customer would get it now.
 *
 * @param sdk the store's SDK
 * @param productId of a product
 * @param options how to call
 * @param options.cart_id of a guest: is answered for who connected Discord with this cart
 * @throws FetchError 404 when the product is not sold in the sales channel of the publishable key
 */
export function getProductRoles(
  sdk: DiscordSdk,
  productId: string,
  { cart_id, ...options }: CallOptions & ProductRolesQuery = {},
): Promise<StoreProductDiscordRolesResponse> {
  return sdk.client.fetch(`/store/products/${encodeURIComponent(productId)}/discord-roles`, {
    ...options,
    ...(cart_id !== undefined && { query: { cart_id } }),
  })
}

/** The calls of this file, for one SDK. A storefront that keeps the customer's token on its server gives the hooks its own. */
export interface DiscordClient {
  getStatus: () => Promise<StoreDiscordResponse>
  connect: (body?: StoreConnectDiscord) => Promise<StoreConnectDiscordResponse>
  resync: () => Promise<StoreDiscordResponse>
  disconnect: () => Promise<void>
  getProductRoles: (
    productId: string,
    query?: ProductRolesQuery,
  ) => Promise<StoreProductDiscordRolesResponse>
}

/** For a storefront whose browser calls Medusa itself. Make it once, beside the SDK. */
export function createDiscordClient(sdk: DiscordSdk): DiscordClient {
  return {
    getStatus: () => getDiscordStatus(sdk),
    connect: (body) => connectDiscord(sdk, body),
    resync: () => resyncDiscord(sdk),
    disconnect: () => disconnectDiscord(sdk),
    getProductRoles: (productId, query) => getProductRoles(sdk, productId, query),
  }
}
