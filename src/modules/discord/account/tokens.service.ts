import { z } from "@medusajs/framework/zod"
import { DiscordFailure } from "../discord-api/errors"
import type { TokenPair } from "../discord-api/oauth"
import type { Keyring } from "../security/keyring"
import {
  invalidateTokens,
  readTokens,
  replaceTokens,
  type OldTokens,
  type SealedTokens,
} from "./account-tokens.store"
import type { SyncDeps } from "../engine/deps"

/** A token this close to its end is refreshed first: a call may take seconds. */
const MARGIN_MS = 60_000
const PATIENCE_MS = 20_000
const STALE = Symbol("stale")

const sealedPair = z.object({ access_token: z.string(), refresh_token: z.string() })

/** For one account: swapped into another account's row, they do not open. */
export function sealTokens(
  keyring: Keyring,
  accountId: string,
  tokens: Omit<TokenPair, "scopes">,
): SealedTokens {
  const { access_token, refresh_token, expires_at } = tokens
  const pair = JSON.stringify({ access_token, refresh_token })
  return { sealed: keyring.seal(pair, tokensOf(accountId)), expires_at }
}

export function openTokens(
  keyring: Keyring,
  { account_id, sealed }: OldTokens,
): z.output<typeof sealedPair> {
  return sealedPair.parse(JSON.parse(keyring.open(sealed, tokensOf(account_id))))
}

/** What an account's tokens are sealed for. */
export function tokensOf(accountId: string): string {
  return `token:${accountId}`
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
  const renewed = await deps.leases.alone(
    `token:${accountId}`,
    async () => {
      const meanwhile = await usable(deps, accountId, refused)
      return meanwhile === STALE ? refresh(deps, accountId) : meanwhile
    },
    PATIENCE_MS,
  )
  if (!renewed) {
    throw new Error(`The tokens of account ${accountId} have been renewed elsewhere for too long`)
  }
  return renewed.result
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
  const { access_token } = openTokens(keyring, { account_id: accountId, ...tokens })
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
    const { refresh_token } = openTokens(keyring, { account_id: accountId, ...tokens })
    const renewed = await oauth.refresh(refresh_token)
    const sealed = sealTokens(keyring, accountId, renewed)
    const isStored = await replaceTokens(db, accountId, tokens.sealed, sealed)
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
  return tokens && openTokens(keyring, { account_id: accountId, ...tokens }).access_token
}

/** Discord does not take this access token, though it is new: the customer must connect again, unless they have. */
export async function dropRefused(
  { db, keyring }: SyncDeps,
  accountId: string,
  refused: string,
): Promise<void> {
  const tokens = await readTokens(db, accountId)
  if (
    tokens &&
    openTokens(keyring, { account_id: accountId, ...tokens }).access_token === refused
  ) {
    await invalidateTokens(db, accountId, tokens.sealed)
  }
}
