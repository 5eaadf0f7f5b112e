import Medusa from "@medusajs/js-sdk"
import type { SubscriptionAction } from "../store/src/api/validators"
import type { StoreMailboxResponse, StoreSubscriptionResponse } from "../store/src/types"
import { config } from "./config"

const { medusaUrl: baseUrl, publishableKey } = config

/** Logged in by a token, so that logging in to the admin in the same browser does not log the customer out. */
export const sdk = new Medusa({ baseUrl, publishableKey, auth: { type: "jwt" } })

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
