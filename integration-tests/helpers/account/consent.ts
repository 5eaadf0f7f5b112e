import { createHash, randomBytes } from "node:crypto"
import type { OldTokens, SealFor } from "../../../src/modules/discord/account/account-tokens.store"
import type { AccountFacts } from "../../../src/modules/discord/account/account.store"
import { openTokens, sealTokens } from "../../../src/modules/discord/account/tokens.service"
import type { SyncDeps } from "../../../src/modules/discord/engine/deps"
import type { SandboxClient } from "../../discord-sandbox"

/** What a finished authorisation hands to `linkAccount`. */
export interface Consented {
  account: AccountFacts
  tokens: SealFor
}

/**
 * A user agrees on Discord's consent page, and the code is exchanged for tokens.
 *
 * @param scopes only these of those asked for, as if the user declined the others
 */
export async function consent(
  { oauth, keyring }: Pick<SyncDeps, "oauth" | "keyring">,
  control: SandboxClient,
  userId: string,
  scopes?: string[],
): Promise<Consented> {
  const verifier = randomBytes(32).toString("base64url")
  const code_challenge = createHash("sha256").update(verifier).digest("base64url")
  const callback = await control.authorize(oauth.customerUrl({ state: "test", code_challenge }), {
    user_id: userId,
    ...(scopes ? { scopes } : {}),
  })
  const code = new URL(callback).searchParams.get("code") ?? ""
  const tokens = await oauth.exchangeCustomerCode(code, verifier)
  return {
    account: {
      discord_user_id: userId,
      username: `user_${userId}`,
      global_name: null,
      avatar: null,
      scopes: tokens.scopes,
    },
    tokens: (accountId) => sealTokens(keyring, accountId, tokens),
  }
}

/** Ends tokens at Discord, as the service does with those that a lost link leaves. */
export async function revoke(
  { oauth, keyring }: Pick<SyncDeps, "oauth" | "keyring">,
  tokens: OldTokens,
): Promise<void> {
  await oauth.revoke(openTokens(keyring, tokens).refresh_token)
}
