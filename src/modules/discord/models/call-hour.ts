import { model } from "@medusajs/framework/utils"

/** How many calls to Discord ended in an hour, of all processes together. Forgotten after three days. */
const CallHour = model
  .define(
    { name: "discord_call_hour", tableName: "discord_call_hour" },
    {
      id: model.id({ prefix: "dhour" }).primaryKey(),
      /** A whole hour, UTC. */
      begins_at: model.dateTime(),
      calls: model.number(),
      /** Of these, those that Discord did not carry out: for want of a permission, of room in a limit, or of an answer. */
      refused: model.number(),
      rate_limited: model.number(),
      failed: model.number(),
    },
  )
  .indexes([{ on: ["begins_at"], unique: true }])

export default CallHour
