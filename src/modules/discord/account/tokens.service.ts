import { z } from "@medusajs/framework/zod"
import { DiscordFailure } from "../discord-api/errors"
import type { TokenPair } from "../discord-api/oauth"
import type { Keyring } from "../security/keyring"
import { invalidateTokens, readTokens, replaceTokens, type SealedTokens } from "../store/accounts"
import type { SyncDeps } from "./deps"

/** A token this close to its end is refreshed first: a call may take seconds. */
const MARGIN_MS = 60_000
const LOCK_TIMEOUT_S = 20
const STALE = Symbol("stale")

const sealedPair = z.object({ access_token: z.string(), refresh_token: z.string() })

export function sealTokens(keyring: Keyring, tokens: TokenPair): SealedTokens {
  const { access_token, refresh_token, expires_at } = tokens
  return { sealed: keyring.seal(JSON.stringify({ access_token, refresh_token })), expires_at }
}

export function openTokens(keyring: Keyring, sealed: string): z.output<typeof sealedPair> {
  return sealedPair.parse(JSON.parse(keyring.open(sealed)))
}

/**
 * A usable access token of an account.
 *
 * @param refused the token Discord has just refused: it is refreshed whatever its expiry says
 * @returns null when the account has none, or Discord refuses to renew it: the customer must connect again
 * @throws DiscordFailure when Discord does not answer
 */
export async function accessToken(
  deps: SyncDeps,
  accountId: string,
  refused: string | null = null,
): Promise<string | null> {
  const current = await usable(deps, accountId, refused)
  if (current !== STALE) {
    return current
  }
  // Discord takes each refresh token once: two workers refreshing at the same moment would lose the account.
  return deps.locking().execute(
    `discord:token:${accountId}`,
    async () => {
      const meanwhile = await usable(deps, accountId, refused)
      return meanwhile === STALE ? refresh(deps, accountId) : meanwhile
    },
    { timeout: LOCK_TIMEOUT_S },
  )
}

async function usable(
  { db, keyring }: SyncDeps,
  accountId: string,
  refused: string | null,
): Promise<string | typeof STALE | null> {
  const tokens = await readTokens(db, accountId)
  if (!tokens) {
    return null
  }
  const { access_token } = openTokens(keyring, tokens.sealed)
  const isFresh = tokens.expires_at.getTime() > Date.now() + MARGIN_MS
  return isFresh && access_token !== refused ? access_token : STALE
}

/** Renews what is stored. What was stored meanwhile by a new consent counts, whatever became of the old pair. */
async function refresh(deps: SyncDeps, accountId: string): Promise<string | null> {
  const { db, keyring, oauth } = deps
  const tokens = await readTokens(db, accountId)
  if (!tokens) {
    return null
  }
  try {
    const renewed = await oauth.refresh(openTokens(keyring, tokens.sealed).refresh_token)
    const isStored = await replaceTokens(db, accountId, tokens.sealed, sealTokens(keyring, renewed))
    return isStored ? renewed.access_token : await storedToken(deps, accountId)
  } catch (error) {
    if (error instanceof DiscordFailure && error.code === "invalid_grant") {
      await invalidateTokens(db, accountId, tokens.sealed)
      return storedToken(deps, accountId)
    }
    throw error
  }
}

async function storedToken({ db, keyring }: SyncDeps, accountId: string): Promise<string | null> {
  const tokens = await readTokens(db, accountId)
  return tokens && openTokens(keyring, tokens.sealed).access_token
}

/** Discord does not take this access token, though it is new: the customer must connect again, unless they have. */
export async function dropRefused(
  { db, keyring }: SyncDeps,
  accountId: string,
  refused: string,
): Promise<void> {
  const tokens = await readTokens(db, accountId)
  if (tokens && openTokens(keyring, tokens.sealed).access_token === refused) {
    await invalidateTokens(db, accountId, tokens.sealed)
  }
}
