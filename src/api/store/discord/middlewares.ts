import { authenticate, validateAndTransformBody } from "@medusajs/framework"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { StoreConnectDiscordParams } from "./validators"

export const storeDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/store/discord",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    method: ["POST"],
    matcher: "/store/discord/connect",
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateAndTransformBody(StoreConnectDiscordParams),
    ],
  },
  {
    method: ["DELETE"],
    matcher: "/store/discord/account",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
]
