import { authenticate, validateAndTransformBody } from "@medusajs/framework"
import { limitRequests } from "../../utils/request-limits"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  StoreClaimDiscordParams,
  StoreConnectDiscordParams,
  StoreJoinDiscordIdentityParams,
} from "./validators"

export const storeDiscordMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/store/discord",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    method: ["POST"],
    matcher: "/store/discord/resync",
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      limitRequests("resync_customer"),
    ],
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
    // Without a customer: who has the link is the guest.
    method: ["POST"],
    matcher: "/store/discord/claims",
    middlewares: [validateAndTransformBody(StoreClaimDiscordParams)],
  },
  {
    method: ["POST"],
    matcher: "/store/discord/identity",
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateAndTransformBody(StoreJoinDiscordIdentityParams),
    ],
  },
  {
    method: ["DELETE"],
    matcher: "/store/discord/account",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
]
