import type { SyncDeps } from "./sync/deps"
import type { AccountFacts, SealedTokens } from "./store/accounts"
import { sealTokens } from "./sync/tokens"

/** What Discord's consent page gave, and the PKCE verifier it was asked for with. */
export interface ConsentCode {
  code: string
  verifier: string
}

/**
 * Exchanges the code of a person's consent.
 *
 * @returns who they are in Discord, and their tokens, sealed
 * @throws DiscordFailure with code `invalid_grant` for a wrong or used code
 */
export async function readConsent(
  { oauth, keyring }: Pick<SyncDeps, "oauth" | "keyring">,
  { code, verifier }: ConsentCode,
): Promise<{ account: AccountFacts; tokens: SealedTokens }> {
  const tokens = await oauth.exchangeCustomerCode(code, verifier)
  const user = await oauth.readUser(tokens.access_token)
  return {
    account: {
      discord_user_id: user.id,
      username: user.username,
      global_name: user.global_name,
      avatar: user.avatar,
      scopes: tokens.scopes,
    },
    tokens: sealTokens(keyring, tokens),
  }
}
