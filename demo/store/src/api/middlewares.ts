import { authenticate, defineMiddlewares, validateAndTransformBody } from "@medusajs/framework/http"
import { subscriptionAction } from "./validators"

/** Medusa's own middleware asks for a customer below `/store/customers/me`. */
export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/carts/:id/subscribe",
      method: "POST",
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
    {
      matcher: "/store/customers/me/subscriptions/:id",
      method: "POST",
      middlewares: [validateAndTransformBody(subscriptionAction)],
    },
  ],
})
