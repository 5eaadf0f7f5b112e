import { authenticate, validateAndTransformBody } from "@medusajs/framework"
import { limitRequests } from "../../utils/request-limits"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import {
  StoreClaimDiscordParams,
  StoreConnectDiscordParams,
  StoreJoinDiscordIdentityParams,
} from "./validators"

const authenticateCustomer = authenticate("customer", ["session", "bearer"])
const noteCustomer = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
  // Who signs in with a second factor is not that customer before they have given it.
  requireMfa: true,
})

/** A guest who names a cart needs no account: whose cart it may be is looked at later. */
function authenticateUnlessForCart(
  req: MedusaRequest<unknown>,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const isForCart = typeof req.body === "object" && req.body !== null && "cart_id" in req.body
  const authenticated = isForCart ? noteCustomer : authenticateCustomer
  void authenticated(req, res, next)
}

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
    middlewares: [authenticateUnlessForCart, validateAndTransformBody(StoreConnectDiscordParams)],
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
