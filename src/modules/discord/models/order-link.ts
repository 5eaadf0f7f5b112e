import { model } from "@medusajs/framework/utils"
import DiscordAccount from "./account"

/**
 * "This guest's order is that Discord user's", said by whoever completed its cart. It is of the order alone: that its e-mail
 * address is theirs they have not proven, so nothing else of the guest customer who bears that address is theirs by it.
 */
const OrderLink = model
  .define(
    { name: "discord_order_link", tableName: "discord_order_link" },
    {
      id: model.id({ prefix: "dolink" }).primaryKey(),
      order_id: model.text(),
      /** The customer Medusa gave the guest's order; once the order is another's, the link counts no more. */
      customer_id: model.text(),
      account: model.belongsTo(() => DiscordAccount, { mappedBy: "order_links" }),
    },
  )
  .indexes([{ on: ["order_id"], unique: true }, { on: ["customer_id"] }])

export default OrderLink
