import path from "node:path"
import type { DiscordPluginOptions } from "../../src/modules/discord/options"
import { readBilling } from "./billing"
import "./links/subscription-customer"
import "./links/subscription-order"
import type { StoreOfSubscriptions } from "./stores"

/** A store with Medusa's official recipe, and a billing system that only a function can read. */
const subscriptions: DiscordPluginOptions["subscriptions"] = [
  "recipe",
  {
    name: "billing",
    events: [{ name: "billing.changed", idPath: "subscription.id" }],
    read: readBilling,
  },
]

export default {
  plugins: [],
  modules: [{ resolve: path.join(__dirname, "recipe") }],
  subscriptions,
} satisfies StoreOfSubscriptions
