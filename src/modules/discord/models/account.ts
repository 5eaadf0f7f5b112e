import { model } from "@medusajs/framework/utils"
import { ACCOUNT_STATUSES } from "../statuses.rules"
import AccountLink from "./account-link"
import Membership from "./membership"
import OrderLink from "./order-link"

/** A Discord user known to the store. Its tokens are rows that no relation leads to, so that no read of an account carries them. */
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
      links: model.hasMany(() => AccountLink, { mappedBy: "account" }),
      order_links: model.hasMany(() => OrderLink, { mappedBy: "account" }),
      memberships: model.hasMany(() => Membership, { mappedBy: "account" }),
    },
  )
  .indexes([
    { on: ["discord_user_id"], unique: true },
    {
      name: "IDX_discord_account_unlinked",
      on: ["updated_at"],
      where: "status = 'unlinked' AND deleted_at IS NULL",
    },
  ])
  .cascades({ delete: ["links", "order_links", "memberships"] })

export default DiscordAccount
