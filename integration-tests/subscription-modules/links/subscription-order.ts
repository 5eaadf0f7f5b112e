import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import RecipeModule from "../recipe"

export default defineLink(RecipeModule.linkable.subscription, {
  linkable: OrderModule.linkable.order,
  isList: true,
})
