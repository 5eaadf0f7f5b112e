import type { SyncDeps } from "../engine/deps"
import type { SealFor } from "../account/account-tokens.store"
import type { AccountFacts } from "../account/account.store"
import { sealTokens } from "../account/tokens.service"

/** Without it a customer is given roles only where they are a member already. */
const JOIN_SCOPE = "guilds.join"

/** What Discord's consent page gave, and the PKCE verifier it was asked for with. */
export interface ConsentCode {
  code: string
  verifier: string
}

/**
 * Exchanges the code of a person's consent.
 *
 * @returns who they are in Discord, whether they let the store bring them into servers, and their tokens, to be sealed for their account
 * @throws DiscordFailure with code `invalid_grant` for a wrong or used code
 */
export async function readConsent(
  { oauth, keyring }: Pick<SyncDeps, "oauth" | "keyring">,
  { code, verifier }: ConsentCode,
): Promise<{ account: AccountFacts; tokens: SealFor; can_join: boolean }> {
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
    can_join: tokens.scopes.includes(JOIN_SCOPE),
    tokens: (accountId) => sealTokens(keyring, accountId, tokens),
  }
}
