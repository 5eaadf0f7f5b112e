import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import RecipeModule from "../recipe"

export default defineLink(
  { linkable: RecipeModule.linkable.subscription, isList: true },
  { linkable: CustomerModule.linkable.customer, isList: false },
)
