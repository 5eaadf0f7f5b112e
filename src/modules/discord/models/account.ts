import { model } from "@medusajs/framework/utils"
import { ACCOUNT_STATUSES } from "../domain/statuses"
import AccountLink from "./account-link"
import AccountToken from "./account-token"
import Membership from "./membership"

/** A Discord user known to the store. Its tokens are a row of their own, so that no read of an account carries them. */
const DiscordAccount = model
  .define(
    { name: "discord_account", tableName: "discord_account" },
    {
      id: model.id({ prefix: "dacc" }).primaryKey(),
      discord_user_id: model.text(),
      username: model.text().searchable(),
      global_name: model.text().searchable().nullable(),
      avatar: model.text().nullable(),
      /** Scopes the user granted, as Discord reported them. */
      scopes: model.array(),
      status: model.enum([...ACCOUNT_STATUSES]).default("linked"),
      /** When its customer was deleted: everything known of it goes as soon as Discord is up to date. */
      erase_requested_at: model.dateTime().nullable(),
      token: model.hasOne(() => AccountToken, { mappedBy: "account" }).nullable(),
      links: model.hasMany(() => AccountLink, { mappedBy: "account" }),
      memberships: model.hasMany(() => Membership, { mappedBy: "account" }),
    },
  )
  .indexes([{ on: ["discord_user_id"], unique: true }])
  .cascades({ delete: ["token", "links", "memberships"] })

export default DiscordAccount
