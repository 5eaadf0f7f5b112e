import { model } from "@medusajs/framework/utils"
import { OAUTH_PURPOSES } from "../statuses.rules"

/** One pending authorisation: single use, short-lived, bound to a purpose, a person and a browser. */
const OAuthState = model
  .define(
    { name: "discord_oauth_state", tableName: "discord_oauth_state" },
    {
      id: model.id({ prefix: "dstate" }).primaryKey(),
      /** SHA-256 of the state that travels through the browser: a database reader cannot replay it. */
      state_hash: model.text(),
      /** SHA-256 of the cookie that the same browser must present. */
      browser_hash: model.text(),
      purpose: model.enum([...OAUTH_PURPOSES]),
      /** The customer who links an account, or the admin user who connects a server. */
      actor_id: model.text(),
      /** SHA-256 of the token by which a browser may still begin this authorisation, for storefronts whose server asked for it. */
      entry_hash: model.text().nullable(),
      sealed_verifier: model.text(),
      redirect_url: model.text().nullable(),
      expires_at: model.dateTime(),
    },
  )
  .indexes([
    { on: ["state_hash"], unique: true },
    { on: ["expires_at"] },
    { on: ["actor_id"] },
    { on: ["browser_hash"] },
    {
      name: "IDX_discord_oauth_state_entry_hash",
      on: ["entry_hash"],
      unique: true,
      where: "entry_hash IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default OAuthState
