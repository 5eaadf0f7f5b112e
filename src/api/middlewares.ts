import { defineMiddlewares } from "@medusajs/framework/http"
import { adminCustomerDiscordMiddlewares } from "./admin/customers/[id]/discord/middlewares"
import { adminDiscordActivityMiddlewares } from "./admin/discord/activity/middlewares"
import { adminDiscordEntitlementMiddlewares } from "./admin/discord/entitlements/middlewares"
import { adminDiscordApplicationMiddlewares } from "./admin/discord/application/middlewares"
import { adminDiscordServerMiddlewares } from "./admin/discord/servers/middlewares"
import { adminOrderDiscordClaimMiddlewares } from "./admin/orders/[id]/discord/claim/middlewares"
import { adminProductDiscordRoleMiddlewares } from "./admin/products/[id]/discord-roles/middlewares"
import { storeDiscordMiddlewares } from "./store/discord/middlewares"

export default defineMiddlewares({
  routes: [
    ...adminCustomerDiscordMiddlewares,
    ...adminDiscordActivityMiddlewares,
    ...adminDiscordEntitlementMiddlewares,
    ...adminDiscordApplicationMiddlewares,
    ...adminDiscordServerMiddlewares,
    ...adminOrderDiscordClaimMiddlewares,
    ...adminProductDiscordRoleMiddlewares,
    ...storeDiscordMiddlewares,
  ],
})
