import type { SyncDeps } from "../engine/deps"
import type { SealFor } from "../account/account-tokens.store"
import type { AccountFacts } from "../account/account.store"
import { sealTokens } from "../account/tokens.service"
import type { SelfAnswer } from "../discord-api/answers"
import type { DiscordOAuth, TokenPair } from "../discord-api/oauth"
import type { Keyring } from "../security/keyring"
import { canJoin } from "./scopes.rules"

/** What Discord's consent page gave, and the PKCE verifier it was asked for with. */
export interface ConsentCode {
  code: string
  verifier: string
}

/** Who consented, as far as they are known afterwards, and their tokens as Discord gave them. */
export interface Consented {
  user: Omit<SelfAnswer, "verified_email">
  tokens: TokenPair
}

/** A consent as it is stored: for an account. */
export interface StorableConsent {
  account: AccountFacts
  /** Whether they let the store bring them into servers. */
  can_join: boolean
  tokens: SealFor
}

/**
 * Exchanges the code of a person's consent.
 *
 * @returns who they are in Discord, and their tokens
 * @throws DiscordFailure with code `invalid_grant` for a wrong or used code
 */
export async function exchangeConsent(
  oauth: DiscordOAuth,
  { code, verifier }: ConsentCode,
): Promise<Consented & { user: SelfAnswer }> {
  const tokens = await oauth.exchangeCustomerCode(code, verifier)
  return { user: await oauth.readUser(tokens.access_token), tokens }
}

/** The same, to be stored. */
export async function readConsent(
  { oauth, keyring }: Pick<SyncDeps, "oauth" | "keyring">,
  code: ConsentCode,
): Promise<StorableConsent> {
  return storable(keyring, await exchangeConsent(oauth, code))
}

/** A consent, with its tokens to be sealed for the account that it is of. */
export function storable(keyring: Keyring, { user, tokens }: Consented): StorableConsent {
  return {
    account: {
      discord_user_id: user.id,
      username: user.username,
      global_name: user.global_name,
      avatar: user.avatar,
      scopes: tokens.scopes,
    },
    can_join: canJoin(tokens.scopes),
    tokens: (accountId) => sealTokens(keyring, accountId, tokens),
  }
}
