import { mkdirSync, symlinkSync } from "node:fs"
import path from "node:path"
import "../../integration-tests/subscription-modules/links/subscription-customer"
import "../../integration-tests/subscription-modules/links/subscription-order"
import type { StoreOfSubscriptions } from "../../integration-tests/subscription-modules/stores"

const RECIPE = path.join(__dirname, "../../integration-tests/subscription-modules/recipe")

linkSource()

/**
 * The demo's store: plans that renew, as Medusa's official recipe keeps them, and a mailbox. The recipe says what was bought by
 * its orders alone, so that a plan could never be changed: here a link says it.
 */
export default {
  plugins: [{ resolve: __dirname, options: {} }],
  modules: [{ resolve: RECIPE }],
  subscriptions: [{ preset: "recipe", fields: { variantId: "product_variant.id" } }],
} satisfies StoreOfSubscriptions

/** Medusa loads a plugin from where its build lies, and from nowhere else: here the source stands in for it. */
function linkSource(): void {
  const built = path.join(__dirname, ".medusa/server")
  mkdirSync(built, { recursive: true })
  try {
    // A junction needs no rights on Windows; elsewhere the word says nothing.
    symlinkSync("../../src", path.join(built, "src"), "junction")
  } catch (error) {
    // Made before, or by another process of the same start.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw error
    }
  }
}
