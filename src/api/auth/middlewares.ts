import type { MiddlewareRoute } from "@medusajs/framework/http"
import { completeSignIn } from "./complete-sign-in"
import { hideQuery } from "./hide-query"

/** Medusa's own routes after which somebody who signed in with Discord is a customer. */
export const signInMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET", "POST"],
    matcher: "/auth/customer/discord/callback",
    middlewares: [hideQuery, completeSignIn],
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
