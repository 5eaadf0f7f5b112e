import { model } from "@medusajs/framework/utils"

/**
 * The OAuth token pair of an account, encrypted at rest (AES-256-GCM). Never leaves the module: no relation leads here, since
 * any route of the store's that reads customers or products with `fields` would follow it. Read and written by SQL alone; a
 * foreign key in the database ends it with its account.
 */
const AccountToken = model
  .define(
    { name: "discord_account_token", tableName: "discord_account_token" },
    {
      id: model.id({ prefix: "datok" }).primaryKey(),
      /** Sealed JSON `{ access_token, refresh_token }`, prefixed with the id of the key that sealed it. */
      sealed: model.text(),
      expires_at: model.dateTime(),
      account_id: model.text(),
    },
  )
  .indexes([{ on: ["account_id"], unique: true }])

export default AccountToken
