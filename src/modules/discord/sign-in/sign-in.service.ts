import { storable } from "../consent/read-consent.service"
import type { SyncDeps } from "../engine/deps"
import { openConsent, sealAnew, type SealedConsent } from "./sealed-consent"
import { signInEffect, type SignInEffect } from "./sign-in.rules"
import { readLinkedAccount, renewConsent } from "./sign-in.store"

/** A sign-in with Discord by somebody who is a customer. */
export interface CustomerSignIn extends SealedConsent {
  customer_id: string
  /** Whether an earlier sign-in connected this customer, or found them connected. */
  connected_before: boolean
}

/** What a sign-in with Discord means to the connection of the customer who signs in. */
export class SignInService {
  readonly #deps: Pick<SyncDeps, "db" | "keyring">

  constructor(deps: Pick<SyncDeps, "db" | "keyring">) {
    this.#deps = deps
  }

  /** @throws SealError when the consent cannot be opened */
  async effectOf({
    customer_id,
    connected_before,
    ...sealed
  }: CustomerSignIn): Promise<SignInEffect> {
    const { tokens } = openConsent(this.#deps.keyring, sealed)
    return signInEffect({
      linked: await readLinkedAccount(this.#deps.db, customer_id),
      connected_before,
      discord_user_id: sealed.discord_user_id,
      scopes: tokens.scopes,
    })
  }

  /** @see sealAnew */
  sealAnew(consent: SealedConsent): string | null {
    return sealAnew(this.#deps.keyring, consent)
  }

  /** Stores the fresh tokens of an account that is linked already. */
  async renew({ customer_id, ...sealed }: CustomerSignIn): Promise<void> {
    const { db, keyring } = this.#deps
    const { account, tokens } = storable(keyring, openConsent(keyring, sealed))
    await renewConsent(db, { customer_id, account, tokens })
  }
}
