import { model } from "@medusajs/framework/utils"

/** A link by which a guest claims an order's roles: signed, expiring, single use. */
const Claim = model
  .define(
    { name: "discord_claim", tableName: "discord_claim" },
    {
      id: model.id({ prefix: "dclaim" }).primaryKey(),
      order_id: model.text(),
      /** The customer Medusa gave the guest's order. */
      customer_id: model.text(),
      /** SHA-256 of the link's token: a database reader cannot use it. */
      token_hash: model.text(),
      expires_at: model.dateTime(),
      /** When it was used, by whom; null = still open. */
      claimed_at: model.dateTime().nullable(),
      account_id: model.text().nullable(),
    },
  )
  .indexes([
    { on: ["token_hash"], unique: true },
    { on: ["order_id"] },
    { on: ["customer_id"] },
    { on: ["expires_at"] },
  ])

export default Claim
