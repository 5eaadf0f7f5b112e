import { model } from "@medusajs/framework/utils"
import DiscordRole from "./role"

/** "Variant V gives role R to those who bought it while that was offered." */
const RoleMapping = model
  .define(
    { name: "discord_role_mapping", tableName: "discord_role_mapping" },
    {
      id: model.id({ prefix: "drmap" }).primaryKey(),
      variant_id: model.text(),
      product_id: model.text(),
      /** Days of access from the purchase; null = as long as the variant is owned. */
      access_days: model.number().nullable(),
      /** Only purchases from then on count; null = of whenever. */
      offered_from: model.dateTime().nullable(),
      /** Only purchases before count: the role was taken away for new buyers, or the variant was deleted; null = still offered. */
      offered_until: model.dateTime().nullable(),
      role: model.belongsTo(() => DiscordRole, { mappedBy: "mappings" }),
    },
  )
  .indexes([
    { on: ["variant_id", "role_id"], unique: true, where: "offered_until IS NULL" },
    { on: ["variant_id"] },
    { on: ["product_id"] },
    { on: ["role_id"] },
  ])

export default RoleMapping
