import Medusa from "@medusajs/js-sdk"
import type {
  AuthorizationUrlResponse,
  StoreDiscordResponse,
  StoreProductDiscordRolesResponse,
} from "../../src/types/http"
import type { SubscriptionAction } from "../store/src/api/validators"
import type { StoreMailboxResponse, StoreSubscriptionResponse } from "../store/src/types"
import { PAGES } from "../storefront-config"
import { config } from "./config"

const { medusaUrl: baseUrl, publishableKey } = config

/** Logged in by a token, so that logging in to the admin in the same browser does not log the customer out. */
export const sdk = new Medusa({ baseUrl, publishableKey, auth: { type: "jwt" } })

/** Sends and stores cookies: the answer that starts a connection sets one, which Discord's way back asks for. */
const withCookies = new Medusa({ baseUrl, publishableKey, auth: { type: "session" } })

/** Where in the session it stands to which page to go back. */
export const BACK = "back-from-discord"

export const discordApi = {
  productRoles: (productId: string) =>
    sdk.client.fetch<StoreProductDiscordRolesResponse>(
      `/store/products/${productId}/discord-roles`,
    ),

  access: () => sdk.client.fetch<StoreDiscordResponse>("/store/discord"),

  /** Has the store look at Discord again. */
  resync: () => sdk.client.fetch<StoreDiscordResponse>("/store/discord/resync", { method: "POST" }),

  /** Leaves the page. Discord sends the browser back to the account, and from there to where it was, if `andBack`. */
  connect: async (andBack = false) => {
    if (andBack) sessionStorage.setItem(BACK, `${location.pathname}${location.search}`)
    const token = await sdk.client.getToken()
    const { authorization_url } = await withCookies.client.fetch<AuthorizationUrlResponse>(
      "/store/discord/connect",
      {
        method: "POST",
        body: { redirect_url: `${location.origin}${PAGES.account}` },
        headers: { Authorization: `Bearer ${token}` },
      },
    )
    location.assign(authorization_url)
  },

  disconnect: () => sdk.client.fetch<unknown>("/store/discord/account", { method: "DELETE" }),
}

const MINE = "/store/customers/me/subscriptions"

/** What the demo's store has besides the plugin. */
export const storeApi = {
  plan: () => sdk.client.fetch<StoreSubscriptionResponse>(MINE),

  actOnPlan: (id: string, body: SubscriptionAction) =>
    sdk.client.fetch<unknown>(`${MINE}/${id}`, { method: "POST", body }),

  mailbox: () => sdk.client.fetch<StoreMailboxResponse>("/store/mailbox"),

  /** Has the store send at once what it would send a minute later. */
  deliver: () => sdk.client.fetch<StoreMailboxResponse>("/store/mailbox", { method: "POST" }),
}
