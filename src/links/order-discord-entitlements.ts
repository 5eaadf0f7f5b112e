import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import { DISCORD_MODULE } from "../modules/discord"

/** `order.discord_entitlements.*`: what an order gives. Subscriptions and grants have ids of their own, never an order's. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  {
    serviceName: DISCORD_MODULE,
    entity: "DiscordEntitlement",
    linkable: "discord_entitlement_id",
    alias: "discord_entitlement",
    field: "source_id",
    primaryKey: "source_id",
  },
  { readOnly: true, isList: true },
)
