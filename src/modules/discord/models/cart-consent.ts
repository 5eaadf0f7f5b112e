import { model } from "@medusajs/framework/utils"

/**
 * A consent given for a guest's cart, until the cart is an order. Nothing else is known of its Discord user by it: no account
 * stands behind it, so that a cart that is never completed leaves nothing behind.
 */
const CartConsent = model
  .define(
    { name: "discord_cart_consent", tableName: "discord_cart_consent" },
    {
      id: model.id({ prefix: "dcart" }).primaryKey(),
      cart_id: model.text(),
      discord_user_id: model.text(),
      username: model.text(),
      global_name: model.text().nullable(),
      avatar: model.text().nullable(),
      /** Scopes the user granted, as Discord reported them. */
      scopes: model.array(),
      /** The tokens, sealed for this row. */
      sealed: model.text(),
      token_expires_at: model.dateTime(),
      expires_at: model.dateTime(),
    },
  )
  .indexes([{ on: ["cart_id"], unique: true }, { on: ["expires_at"] }])

export default CartConsent
