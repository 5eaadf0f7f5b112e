import { model } from "@medusajs/framework/utils"
import { GRANT_ORIGINS } from "../statuses.rules"
import Membership from "./membership"

/** The ledger: a role the plugin stands behind. Only what is written here as `granted` is ever taken away. */
const RoleGrant = model
  .define(
    { name: "discord_role_grant", tableName: "discord_role_grant" },
    {
      id: model.id({ prefix: "dgrant" }).primaryKey(),
      /** Discord's role id: the row outlives the role, should someone delete it in Discord. */
      role_id: model.text(),
      origin: model.enum([...GRANT_ORIGINS]),
      /** False from before the call until Discord has answered it: a grant that a killed process may or may not have made. */
      confirmed: model.boolean().default(true),
      /** What the role was given for, e.g. `order order_01…`: named in Discord's audit log when it goes. */
      reason: model.text().nullable(),
      membership: model.belongsTo(() => Membership, { mappedBy: "grants" }),
    },
  )
  .indexes([{ on: ["membership_id", "role_id"], unique: true }])

export default RoleGrant
