import { saveTokens } from "../account/account-tokens.store"
import type { AccountFacts, LinkRequest } from "../account/account.store"
import { lockOwners } from "../db/advisory-locks"
import { rows, type Db } from "../db/db"
import type { LinkedAccount } from "./sign-in.rules"

/** The account a customer is linked to; null when there is none. */
export async function readLinkedAccount(db: Db, customerId: string): Promise<LinkedAccount | null> {
  const [linked] = await rows<LinkedAccount>(
    db,
    `select a.discord_user_id, a.status, a.scopes,
            exists (select 1 from discord_account_token t
                     where t.account_id = a.id and t.deleted_at is null) as has_tokens
       from discord_account_link l join discord_account a on a.id = l.account_id
      where l.customer_id = :customer_id and l.deleted_at is null and a.deleted_at is null`,
    { customer_id: customerId },
  )
  return linked ?? null
}

/**
 * Stores the names and tokens of a new consent of an account that is linked already. Unlike connecting it is no event: nothing is
 * written down, nobody is looked at.
 *
 * @returns false when the customer is not linked to it any more
 */
export async function renewConsent(
  db: Db,
  {
    customer_id,
    account,
    tokens,
  }: Pick<LinkRequest, "customer_id"> & {
    account: AccountFacts
    tokens: NonNullable<LinkRequest["tokens"]>
  },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockOwners(tx, [customer_id])
    const [known] = await rows<{ id: string }>(
      tx,
      `update discord_account a
          set username = :username, global_name = :global_name, avatar = :avatar, scopes = :scopes, updated_at = now()
         from discord_account_link l
        where l.account_id = a.id and l.customer_id = :customer_id and l.deleted_at is null
          and a.discord_user_id = :discord_user_id and a.status = 'linked' and a.deleted_at is null
        returning a.id`,
      { customer_id, ...account },
    )
    if (known) {
      await saveTokens(tx, known.id, tokens(known.id))
    }
    return known !== undefined
  })
}
