import { model } from "@medusajs/framework/utils"

/** How far a sweep over somebody else's records has come: everything changed before `at` has been looked at. */
const Watermark = model
  .define(
    { name: "discord_watermark", tableName: "discord_watermark" },
    {
      id: model.id({ prefix: "dmark" }).primaryKey(),
      /** What is swept: `order`, or `subscription:<source>`. */
      name: model.text(),
      at: model.dateTime(),
    },
  )
  .indexes([{ on: ["name"], unique: true }])

export default Watermark
