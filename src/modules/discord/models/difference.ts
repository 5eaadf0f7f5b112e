import { model } from "@medusajs/framework/utils"

/** A member of whom a reconcile has found that Discord and the store do not agree. Kept until the server's next one. */
const Difference = model
  .define(
    { name: "discord_difference", tableName: "discord_difference" },
    {
      id: model.id({ prefix: "ddiff" }).primaryKey(),
      sync_run_id: model.text(),
      membership_id: model.text(),
      /** Discord's ids of roles to give, and to take. Both empty: there is only something to write down. */
      added: model.json(),
      removed: model.json(),
      /** Whether they would be taken out of the server: their access has ended, and the plugin had brought them in. */
      kicked: model.boolean().default(false),
      /** How they stood, for the engine to act on; null = it has to look for itself. */
      sighting: model.json().nullable(),
      seen_at: model.dateTime(),
      /** When the member was made due because of it. */
      applied_at: model.dateTime().nullable(),
    },
  )
  .indexes([{ on: ["sync_run_id", "membership_id"], unique: true }, { on: ["membership_id"] }])

export default Difference
