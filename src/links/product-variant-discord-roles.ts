import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import { DISCORD_MODULE } from "../modules/discord"

/** `product_variant.discord_roles.*`: what a variant gives; what only earlier buyers keep has an `offered_until`. */
export default defineLink(
  { linkable: ProductModule.linkable.productVariant, field: "id" },
  {
    serviceName: DISCORD_MODULE,
    entity: "DiscordRoleMapping",
    linkable: "discord_role_mapping_id",
    alias: "discord_role",
    field: "variant_id",
    primaryKey: "variant_id",
  },
  { readOnly: true, isList: true },
)
