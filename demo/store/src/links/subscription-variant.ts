import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import RecipeModule from "../../../../integration-tests/subscription-modules/recipe"

/** Which plan a subscription is: the recipe knows it by its orders alone, so that it could never change. */
export default defineLink(
  { linkable: RecipeModule.linkable.subscription, isList: true },
  { linkable: ProductModule.linkable.productVariant, isList: false },
)
