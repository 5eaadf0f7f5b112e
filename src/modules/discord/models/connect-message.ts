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
      /** When to send it, try again or remind; null = nothing left to do. */
      next_attempt_at: model.dateTime().nullable(),
      attempts: model.number().default(0),
      error_message: model.text().nullable(),
    },
  )
  .indexes([
    { on: ["order_id"], unique: true },
    { on: ["customer_id"] },
    {
      name: "IDX_discord_connect_message_due",
      on: ["next_attempt_at"],
      where: "next_attempt_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_connect_message_done",
      on: ["created_at"],
      where: "next_attempt_at IS NULL AND deleted_at IS NULL",
    },
  ])

export default ConnectMessage
