import { model } from "@medusajs/framework/utils"
import DiscordAccount from "./account"

/** The OAuth token pair of an account, encrypted at rest (AES-256-GCM). Never leaves the module. */
const AccountToken = model.define(
  { name: "discord_account_token", tableName: "discord_account_token" },
  {
    id: model.id({ prefix: "datok" }).primaryKey(),
    /** Sealed JSON `{ access_token, refresh_token }`, prefixed with the id of the key that sealed it. */
    sealed: model.text(),
    expires_at: model.dateTime(),
    account: model.belongsTo(() => DiscordAccount, { mappedBy: "token" }),
  },
)

export default AccountToken
