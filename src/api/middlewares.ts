import { defineMiddlewares } from "@medusajs/framework/http"
import { adminDiscordServerMiddlewares } from "./admin/discord/servers/middlewares"
import { adminProductDiscordRoleMiddlewares } from "./admin/products/[id]/discord-roles/middlewares"
import { storeDiscordMiddlewares } from "./store/discord/middlewares"

export default defineMiddlewares({
  routes: [
    ...adminDiscordServerMiddlewares,
    ...adminProductDiscordRoleMiddlewares,
    ...storeDiscordMiddlewares,
  ],
})
