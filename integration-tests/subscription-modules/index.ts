import path from "node:path"
import type { DiscordPluginOptions } from "../../src/modules/discord/options"
import { readBilling } from "./billing"
import "./links/subscription-customer"
import "./links/subscription-order"

/**
 * What a store with subscriptions adds to its `medusa-config.ts`: modules with the tables of Medusa's official recipe and of
 * Reorder. Both call their entity `subscription`; side by side, Reorder's goes by another name.
 */
export const modules = [
  { resolve: path.join(__dirname, "recipe") },
  { resolve: path.join(__dirname, "reorder") },
]

export const subscriptions: DiscordPluginOptions["subscriptions"] = [
  "recipe",
  {
    preset: "reorder",
    entity: "reorder_subscription",
    events: ["created", "updated", "deleted"].map(
      (happened) => `reorder.reorder-subscription.${happened}`,
    ),
    fields: { orderIds: undefined },
  },
  {
    name: "billing",
    events: [{ name: "billing.changed", idPath: "subscription.id" }],
    read: readBilling,
  },
]
