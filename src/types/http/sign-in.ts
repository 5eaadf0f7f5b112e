import type { Answered } from "../../messages"

/** What a sign-in with Discord did to the customer's connection: `discord` beside Medusa's own answer. */
export interface StoreDiscordSignIn extends Answered<"message"> {
  /** Whether the Discord account that signed in is the one that is connected. */
  connected: boolean
  /** Why, as a code: `connected`, `permission_missing`, `account_taken`, `other_account`, `stays_disconnected`, `store_failed`. */
  reason: string
}

/** `POST /store/discord/identity`. */
export interface StoreDiscordIdentityResponse {
  /** The customer, who from now on signs in with this Discord account, too. */
  id: string
  object: "discord_identity"
  /** Null when nothing was left to connect, or it is tried again within a minute. */
  discord: StoreDiscordSignIn | null
}
