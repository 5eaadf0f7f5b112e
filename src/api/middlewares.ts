import { defineMiddlewares } from "@medusajs/framework/http"
import { adminCustomerDiscordMiddlewares } from "./admin/customers/[id]/discord/middlewares"
import { adminDiscordActivityMiddlewares } from "./admin/discord/activity/middlewares"
import { adminDiscordEntitlementMiddlewares } from "./admin/discord/entitlements/middlewares"
import { adminDiscordImportMiddlewares } from "./admin/discord/imports/middlewares"
import { adminDiscordMembershipMiddlewares } from "./admin/discord/memberships/middlewares"
import { adminDiscordApplicationMiddlewares } from "./admin/discord/application/middlewares"
import { adminDiscordOverviewMiddlewares } from "./admin/discord/overview/middlewares"
import { adminDiscordServerMiddlewares } from "./admin/discord/servers/middlewares"
import { adminDiscordSetupMiddlewares } from "./admin/discord/setup/middlewares"
import { adminOrderDiscordClaimMiddlewares } from "./admin/orders/[id]/discord/claim/middlewares"
import { adminDiscordSyncRunMiddlewares } from "./admin/discord/sync-runs/middlewares"
import { adminOrderDiscordMiddlewares } from "./admin/orders/[id]/discord/middlewares"
import { adminProductDiscordRoleMiddlewares } from "./admin/products/[id]/discord-roles/middlewares"
import { discordPageMiddlewares } from "./discord/middlewares"
import { signInMiddlewares } from "./auth/middlewares"
import { storeDiscordMiddlewares } from "./store/discord/middlewares"
import { storeProductDiscordRoleMiddlewares } from "./store/products/[id]/discord-roles/middlewares"
import { guard } from "./utils/guard"

/** Without methods they are the first to see a request, before any path with an id in it is read. */
const guards = ["/admin", "/store", "/discord"].map((matcher) => ({
  matcher,
  middlewares: [guard],
}))

export default defineMiddlewares({
  routes: [
    ...guards,
    ...discordPageMiddlewares,
    ...adminCustomerDiscordMiddlewares,
    ...adminDiscordActivityMiddlewares,
    ...adminDiscordEntitlementMiddlewares,
    ...adminDiscordImportMiddlewares,
    ...adminDiscordMembershipMiddlewares,
    ...adminDiscordApplicationMiddlewares,
    ...adminDiscordOverviewMiddlewares,
    ...adminDiscordServerMiddlewares,
    ...adminDiscordSetupMiddlewares,
    ...adminOrderDiscordClaimMiddlewares,
    ...adminDiscordSyncRunMiddlewares,
    ...adminOrderDiscordMiddlewares,
    ...adminProductDiscordRoleMiddlewares,
    ...signInMiddlewares,
    ...storeDiscordMiddlewares,
    ...storeProductDiscordRoleMiddlewares,
  ],
})
