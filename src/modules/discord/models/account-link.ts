import { model } from "@medusajs/framework/utils"
import DiscordAccount from "./account"

/**
 * "This customer is that Discord user." Medusa gives every guest order a customer of its own, so one Discord user may be
 * linked to any number of guest customers but to one registered customer only: the partial index enforces it.
 */
const AccountLink = model
  .define(
    { name: "discord_account_link", tableName: "discord_account_link" },
    {
      id: model.id({ prefix: "dlink" }).primaryKey(),
      customer_id: model.text(),
      /** Whether the customer is registered (Medusa's `customer.has_account`). */
      registered: model.boolean().default(true),
      account: model.belongsTo(() => DiscordAccount, { mappedBy: "links" }),
    },
  )
  .indexes([
    { on: ["customer_id"], unique: true },
    {
      // Customers who connected lately: they may have proven by now that they are guests, too.
      name: "IDX_discord_account_link_registered_updated_at",
      on: ["updated_at"],
      where: "registered AND deleted_at IS NULL",
    },
    {
      name: "IDX_discord_account_link_one_registered_customer",
      on: ["account_id"],
      unique: true,
      where: "registered AND deleted_at IS NULL",
    },
  ])

export default AccountLink
