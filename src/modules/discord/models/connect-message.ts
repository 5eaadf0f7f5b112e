import { model } from "@medusajs/framework/utils"

/** The message that asks a buyer to connect Discord: one an order, and at most one reminder. */
const ConnectMessage = model
  .define(
    { name: "discord_connect_message", tableName: "discord_connect_message" },
    {
      id: model.id({ prefix: "dmsg" }).primaryKey(),
      order_id: model.text(),
      customer_id: model.text(),
      sent_at: model.dateTime().nullable(),
      reminded_at: model.dateTime().nullable(),
      attempts: model.number().default(0),
      error_message: model.text().nullable(),
    },
  )
  .indexes([{ on: ["order_id"], unique: true }, { on: ["customer_id"] }])

export default ConnectMessage
