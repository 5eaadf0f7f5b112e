import { model } from "@medusajs/framework/utils"

/**
 * "A test gives this role to this Discord user": written before Discord is asked, and kept until Discord has confirmed that the
 * role is taken back, whatever becomes of the process that asked.
 */
const RoleTest = model
  .define(
    { name: "discord_role_test", tableName: "discord_role_test" },
    {
      id: model.id({ prefix: "drtest" }).primaryKey(),
      server_id: model.text(),
      guild_id: model.text(),
      discord_user_id: model.text(),
      /** Discord's id of the role, and what it was called. */
      role_id: model.text(),
      role_name: model.text(),
      /** The admin who tested. */
      actor_id: model.text(),
      /** Whoever gives or takes the role right now has the row until then. */
      settles_at: model.dateTime(),
      /** Times in a row that Discord did not take it back, and when it is asked again. */
      attempts: model.number().default(0),
      next_attempt_at: model.dateTime(),
    },
  )
  .indexes([
    { on: ["server_id", "discord_user_id", "role_id"], unique: true },
    { on: ["next_attempt_at"] },
  ])

export default RoleTest
