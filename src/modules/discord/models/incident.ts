import { model } from "@medusajs/framework/utils"

/**
 * A time in which a server needed the admin: it was paused, or work waited for them. At most one is open for a server, so
 * that trouble with a thousand members is told of once; what was told of is kept, so that no restart tells it again.
 */
const Incident = model
  .define(
    { name: "discord_incident", tableName: "discord_incident" },
    {
      id: model.id({ prefix: "dinc" }).primaryKey(),
      server_id: model.text(),
      /** What was wrong when it began, in English; of what it is made stands beside it, where it has a code. */
      reason: model.text(),
      reason_detail: model.json().nullable(),
      closed_at: model.dateTime().nullable(),
      /** When the dashboard was told that it began, and that it is over. */
      opening_told_at: model.dateTime().nullable(),
      closing_told_at: model.dateTime().nullable(),
    },
  )
  .indexes([
    {
      name: "IDX_discord_incident_open",
      on: ["server_id"],
      unique: true,
      where: "closed_at IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_incident_untold",
      on: ["created_at"],
      where: "closing_told_at IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_incident_closed",
      on: ["closed_at"],
      where: "closing_told_at IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default Incident
