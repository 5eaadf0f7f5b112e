import { defineMiddlewares } from "@medusajs/framework/http"
import { adminCustomerDiscordMiddlewares } from "./admin/customers/[id]/discord/middlewares"
import { adminDiscordActivityMiddlewares } from "./admin/discord/activity/middlewares"
import { adminDiscordEntitlementMiddlewares } from "./admin/discord/entitlements/middlewares"
import { adminDiscordMembershipMiddlewares } from "./admin/discord/memberships/middlewares"
import { adminDiscordServerMiddlewares } from "./admin/discord/servers/middlewares"
import { adminOrderDiscordClaimMiddlewares } from "./admin/orders/[id]/discord/claim/middlewares"
import { adminDiscordSyncRunMiddlewares } from "./admin/discord/sync-runs/middlewares"
import { adminOrderDiscordMiddlewares } from "./admin/orders/[id]/discord/middlewares"
import { adminProductDiscordRoleMiddlewares } from "./admin/products/[id]/discord-roles/middlewares"
import { storeDiscordMiddlewares } from "./store/discord/middlewares"

export default defineMiddlewares({
  routes: [
    ...adminCustomerDiscordMiddlewares,
    ...adminDiscordActivityMiddlewares,
    ...adminDiscordEntitlementMiddlewares,
    ...adminDiscordMembershipMiddlewares,
    ...adminDiscordServerMiddlewares,
    ...adminOrderDiscordClaimMiddlewares,
    ...adminDiscordSyncRunMiddlewares,
    ...adminOrderDiscordMiddlewares,
    ...adminProductDiscordRoleMiddlewares,
    ...storeDiscordMiddlewares,
  ],
})
