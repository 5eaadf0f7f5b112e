import path from "node:path"
import type { StoreOfSubscriptions } from "./stores"

/** A store with Reorder itself, and a payment provider whose cards can be declined. */
export default {
  plugins: [{ resolve: "@reorderjs/reorder", options: {} }],
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      options: { providers: [{ resolve: path.join(__dirname, "card"), id: "test" }] },
    },
  ],
  subscriptions: ["reorder"],
} satisfies StoreOfSubscriptions
