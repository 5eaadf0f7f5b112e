import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import { DISCORD_MODULE } from "../modules/discord"

/** `customer.discord_account.*`: the Discord user a customer is. */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  {
    serviceName: DISCORD_MODULE,
    entity: "DiscordAccountLink",
    linkable: "discord_account_link_id",
    alias: "discord_account_link",
    field: "customer_id",
    primaryKey: "customer_id",
  },
  {
    readOnly: true,
    isList: false,
    shortcut: { property: "discord_account", path: "discord_account_link.account" },
  },
)
