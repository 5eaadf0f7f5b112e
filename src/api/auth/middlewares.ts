import type { MiddlewareRoute } from "@medusajs/framework/http"
import { addressOf, limitRequests } from "../utils/request-limits"
import { completeSignIn } from "./complete-sign-in"
import { hideQuery, neverCache } from "./privacy"

/** Medusa's own routes after which somebody who signed in with Discord is a customer. */
export const signInMiddlewares: MiddlewareRoute[] = [
  {
    // Each leaves ten minutes' worth of memory. A storefront's server asks for all its customers.
    method: ["GET", "POST"],
    matcher: "/auth/customer/discord",
    middlewares: [neverCache, limitRequests("connect_address", addressOf)],
  },
  {
    method: ["GET", "POST"],
    matcher: "/auth/customer/discord/callback",
    middlewares: [hideQuery, neverCache, completeSignIn],
  },
  {
    method: ["POST"],
    matcher: "/auth/mfa/challenges/:id/verify",
    middlewares: [completeSignIn],
  },
  {
    method: ["POST"],
    matcher: "/store/customers",
    middlewares: [completeSignIn],
  },
]
