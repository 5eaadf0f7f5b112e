import path from "node:path"
import "../../integration-tests/subscription-modules/links/subscription-customer"
import "../../integration-tests/subscription-modules/links/subscription-order"
import type { StoreOfSubscriptions } from "../../integration-tests/subscription-modules/stores"

const RECIPE = path.join(__dirname, "../../integration-tests/subscription-modules/recipe")

/**
 * The demo's store: plans that renew, as Medusa's official recipe keeps them, and a mailbox. The recipe says what was bought by
 * its orders alone, so that a plan could never be changed: here a link says it.
 */
export default {
  plugins: [{ resolve: __dirname, options: {} }],
  modules: [{ resolve: RECIPE }],
  subscriptions: [{ preset: "recipe", fields: { variantId: "product_variant.id" } }],
} satisfies StoreOfSubscriptions
