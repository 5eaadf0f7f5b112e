import { model } from "@medusajs/framework/utils"

/** An event of Discord's that was handled: Discord sends an event again until it is answered. Forgotten after a day. */
const WebhookEvent = model
  .define(
    { name: "discord_webhook_event", tableName: "discord_webhook_event" },
    {
      id: model.id({ prefix: "dwhe" }).primaryKey(),
      /** Its kind, whom it is about and when it happened: Discord gives no id. */
      event_key: model.text(),
    },
  )
  .indexes([{ on: ["event_key"], unique: true }, { on: ["created_at"] }])

export default WebhookEvent
