import type { DiscordPluginOptions } from "../../src/modules/discord/options"

/** What a store with subscriptions adds to its `medusa-config.ts`. */
export interface StoreOfSubscriptions {
  plugins: { resolve: string; options: Record<string, unknown> }[]
  modules: { resolve: string; options?: Record<string, unknown> }[]
  subscriptions: DiscordPluginOptions["subscriptions"]
}
