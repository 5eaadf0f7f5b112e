import { newId, rows, type Db } from "../db/db"
import { unlinkedSql } from "./ownership.store"

/** Tokens that are stored no more, sealed for the account they were of. */
export interface OldTokens {
  account_id: string
  sealed: string
}

/** A token pair as it is stored: sealed. */
export interface SealedTokens {
  sealed: string
  expires_at: Date
}

/** Seals a token pair for one account: it opens for no other. */
export type SealFor = (accountId: string) => SealedTokens

/**
 * Takes the tokens of an account that nobody is linked to any more; null when it is still in use or had none.
 *
 * @param tx a transaction: everybody who writes both an account and its tokens takes the account first, hence no deadlock
 */
export async function dropTokensWithoutLink(tx: Db, accountId: string): Promise<OldTokens | null> {
  await rows(tx, `select id from discord_account where id = :id for no key update`, {
    id: accountId,
  })
  const [token] = await rows<OldTokens>(
    tx,
    `delete from discord_account_token t
      where t.account_id = :id and t.deleted_at is null
        and ${unlinkedSql("t.account_id")}
      returning t.account_id, t.sealed`,
    { id: accountId },
  )
  await rows(
    tx,
    `update discord_account a set status = 'unlinked', updated_at = now()
      where a.id = :id
        and ${unlinkedSql("a.id")}`,
    { id: accountId },
  )
  return token ?? null
}

/** Persists the pair of a new consent. */
export async function saveTokens(db: Db, accountId: string, tokens: SealedTokens): Promise<void> {
  await rows(
    db,
    `insert into discord_account_token (id, account_id, sealed, expires_at)
     values (:id, :account_id, :sealed, :expires_at)
     on conflict (account_id) where deleted_at is null do update set
       sealed = excluded.sealed, expires_at = excluded.expires_at, updated_at = now()`,
    { id: newId("datok"), account_id: accountId, ...tokens },
  )
}

export async function readTokens(db: Db, accountId: string): Promise<SealedTokens | null> {
  const [tokens] = await rows<SealedTokens>(
    db,
    `select sealed, expires_at from discord_account_token
      where account_id = :id and deleted_at is null`,
    { id: accountId },
  )
  return tokens ?? null
}

/**
 * Persists the pair that a refresh gave for another one.
 *
 * @returns false when that one is no longer stored: the customer has connected anew or left meanwhile
 */
export async function replaceTokens(
  db: Db,
  accountId: string,
  oldSealed: string,
  tokens: SealedTokens,
): Promise<boolean> {
  const replaced = await rows(
    db,
    `update discord_account_token
        set sealed = :sealed, expires_at = :expires_at, updated_at = now()
      where account_id = :account_id and sealed = :old_sealed and deleted_at is null
      returning id`,
    { account_id: accountId, old_sealed: oldSealed, ...tokens },
  )
  return replaced.length > 0
}

/** Discord refused these tokens for good: the customer has to connect again, unless they have meanwhile. */
export async function invalidateTokens(db: Db, accountId: string, sealed: string): Promise<void> {
  await rows(
    db,
    `with account as (
       select id from discord_account where id = :id for no key update),
     refused as (
       delete from discord_account_token
        where account_id in (select id from account) and sealed = :sealed and deleted_at is null
       returning account_id)
     update discord_account set status = 'token_invalid', updated_at = now()
      where id in (select account_id from refused) and status = 'linked'`,
    { id: accountId, sealed },
  )
}

/**
 * Forgets the tokens of a Discord user who removed the application, unless they have consented since.
 *
 * @param tx a transaction
 * @param at ISO time: tokens stored later are of another consent
 * @returns whose they were, a registered customer first; null when there were none
 */
export async function invalidateTokensBefore(
  tx: Db,
  discordUserId: string,
  at: string,
): Promise<{ account_id: string; customer_id: string | null } | null> {
  const [account] = await rows<{ id: string }>(
    tx,
    `select id from discord_account
      where discord_user_id = :id and deleted_at is null for no key update`,
    { id: discordUserId },
  )
  const [invalid] = await rows<{ account_id: string; customer_id: string | null }>(
    tx,
    `with refused as (
       delete from discord_account_token
        where account_id = :id and updated_at <= cast(:at as timestamptz) and deleted_at is null
       returning account_id),
     account as (
       update discord_account set status = 'token_invalid', updated_at = now()
        where id in (select account_id from refused) and status = 'linked'
       returning id)
     select account.id as account_id,
            (select l.customer_id from discord_account_link l
              where l.account_id = account.id and l.deleted_at is null
              order by l.registered desc, l.created_at limit 1) as customer_id
       from account`,
    { id: account?.id ?? "", at },
  )
  return invalid ?? null
}
