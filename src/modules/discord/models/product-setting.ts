import { model } from "@medusajs/framework/utils"

/** What was set for a product itself, in place of the store's option. */
const ProductSetting = model
  .define(
    { name: "discord_product_setting", tableName: "discord_product_setting" },
    {
      id: model.id({ prefix: "dpset" }).primaryKey(),
      product_id: model.text(),
      /** Whether the product is sold only to buyers who have connected Discord. */
      require_connection: model.boolean(),
    },
  )
  .indexes([{ on: ["product_id"], unique: true }])

export default ProductSetting
