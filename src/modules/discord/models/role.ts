import { model } from "@medusajs/framework/utils"
import DiscordServer from "./server"
import RoleMapping from "./role-mapping"

/** A role of a server, as Discord last told it. */
const DiscordRole = model
  .define(
    { name: "discord_role", tableName: "discord_role" },
    {
      id: model.id({ prefix: "drole" }).primaryKey(),
      role_id: model.text(),
      name: model.text().searchable(),
      /** RGB as one integer, 0 = Discord's default grey. */
      color: model.number().default(0),
      position: model.number(),
      permissions: model.text().default("0"),
      managed: model.boolean().default(false),
      /** Why the bot cannot give this role; null when it can. */
      unassignable_reason: model.text().nullable(),
      /** Channels that the role opens and @everyone does not see; null = not known. */
      opens_channels: model.number().nullable(),
      server: model.belongsTo(() => DiscordServer, { mappedBy: "roles" }),
      mappings: model.hasMany(() => RoleMapping, { mappedBy: "role" }),
    },
  )
  .indexes([{ on: ["role_id"], unique: true }])
  .cascades({ delete: ["mappings"] })

export default DiscordRole
