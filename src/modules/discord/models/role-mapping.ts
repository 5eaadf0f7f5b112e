import { model } from "@medusajs/framework/utils"
import DiscordRole from "./role"

/** "Variant V gives role R." */
const RoleMapping = model
  .define(
    { name: "discord_role_mapping", tableName: "discord_role_mapping" },
    {
      id: model.id({ prefix: "drmap" }).primaryKey(),
      variant_id: model.text(),
      product_id: model.text(),
      /** Days of access from the purchase; null = as long as the variant is owned. */
      access_days: model.number().nullable(),
      /** When the variant was deleted: nobody is offered the role any more, but who owns the variant keeps it. */
      retired_at: model.dateTime().nullable(),
      role: model.belongsTo(() => DiscordRole, { mappedBy: "mappings" }),
    },
  )
  .indexes([
    { on: ["variant_id", "role_id"], unique: true },
    { on: ["product_id"] },
    { on: ["role_id"] },
  ])

export default RoleMapping
