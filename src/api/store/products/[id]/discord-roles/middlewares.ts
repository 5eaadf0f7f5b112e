import { authenticate } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"

export const storeProductDiscordRoleMiddlewares: MiddlewareRoute[] = [
  {
    // For everybody: who is signed in is told what they would have to do.
    method: ["GET"],
    matcher: "/store/products/:id/discord-roles",
    middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })],
  },
]
