import { model } from "@medusajs/framework/utils"

/**
 * A browser that came back from Discord to the plugin's own pages: how its consent ended and, when it connected somebody, whose
 * account it may look at for some hours.
 */
const PageSession = model
  .define(
    { name: "discord_page_session", tableName: "discord_page_session" },
    {
      id: model.id({ prefix: "dpage" }).primaryKey(),
      /** SHA-256 of the browser's cookie: a database reader cannot use it. */
      token_hash: model.text(),
      /** What the consent was asked for, and whom it was for, as the pending authorisation had it. */
      purpose: model.text(),
      actor_id: model.text(),
      /** Who connected, and as which account; null = nobody did. */
      customer_id: model.text().nullable(),
      account_id: model.text().nullable(),
      /** How it ended, and exactly why: what the page says first. */
      ending: model.text(),
      reason: model.text(),
      expires_at: model.dateTime(),
    },
  )
  .indexes([
    { on: ["token_hash"], unique: true },
    { on: ["expires_at"] },
    { on: ["actor_id"] },
    { on: ["customer_id"] },
  ])

export default PageSession
