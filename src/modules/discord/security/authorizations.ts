import { MedusaError } from "@medusajs/framework/utils"
import { CONSENT_WORDS } from "../domain/consent-words"
import type { OAuthPurpose } from "../domain/statuses"
import type { Consent } from "../discord-api/oauth"
import type { Db } from "../store/db"
import { savePending, takePending } from "../store/oauth-states"
import type { Keyring } from "./keyring"
import { hashToken, pkceChallenge, randomToken } from "./one-time"

const LIFETIME_MS = 10 * 60_000
const COOKIE_PREFIX = "discord_oauth_"

export interface NewAuthorization {
  purpose: OAuthPurpose
  /** The customer or the admin user it is for. */
  actor_id: string
  /** Where the browser goes afterwards; checked by the caller. */
  redirect_url: string | null
}

/** An authorisation that came back in the right browser, in time, for the first time. */
export interface Authorization extends NewAuthorization {
  verifier: string
}

export interface BrowserCookie {
  name: string
  value: string
  max_age_ms: number
}

/** Pending authorisations (RFC 6749, section 10.12; RFC 7636). */
export class Authorizations {
  readonly #db: Db
  readonly #keyring: Keyring

  constructor(db: Db, keyring: Keyring) {
    this.#db = db
    this.#keyring = keyring
  }

  async begin(request: NewAuthorization): Promise<{ consent: Consent; cookie: BrowserCookie }> {
    const [state, browser, verifier] = [randomToken(), randomToken(), randomToken()]
    const state_hash = hashToken(state)
    await savePending(this.#db, {
      ...request,
      state_hash,
      browser_hash: hashToken(browser),
      sealed_verifier: this.#keyring.seal(verifier),
      expires_at: new Date(Date.now() + LIFETIME_MS),
    })
    return {
      consent: { state, code_challenge: pkceChallenge(verifier) },
      cookie: { name: cookieName(state_hash), value: browser, max_age_ms: LIFETIME_MS },
    }
  }

  /**
   * @throws MedusaError when the state is unknown, used, expired or began in another browser. In each case it is used up.
   */
  async complete(
    state: string,
    cookies: Readonly<Record<string, string | undefined>>,
  ): Promise<Authorization> {
    const pending = await takePending(this.#db, hashToken(state))
    if (!pending || pending.expires_at.getTime() <= Date.now()) {
      throw notAllowed(CONSENT_WORDS.expired())
    }
    const browser = cookies[cookieName(pending.state_hash)]
    if (!browser || hashToken(browser) !== pending.browser_hash) {
      throw notAllowed(CONSENT_WORDS.other_browser())
    }
    const { purpose, actor_id, redirect_url, sealed_verifier } = pending
    return { purpose, actor_id, redirect_url, verifier: this.#keyring.open(sealed_verifier) }
  }
}

/** One cookie for each authorisation, so that two tabs do not overwrite each other's. */
function cookieName(stateHash: string): string {
  return `${COOKIE_PREFIX}${stateHash.slice(0, 12)}`
}

function notAllowed(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
