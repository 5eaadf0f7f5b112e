import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { refused } from "../refused"
import type { OAuthPurpose } from "../statuses.rules"
import type { Consent } from "../discord-api/oauth"
import { newId, type Db } from "../db/db"
import { enterPending, hasPending, savePending, takePending } from "./oauth-states.store"
import { SealError, type Keyring } from "../security/keyring"
import { hashToken, isSameToken, pkceChallenge, randomToken } from "../security/one-time"

const LIFETIME_MS = 10 * 60_000
/** An entry link is followed at once: what is older has been lying about. */
const ENTRY_LIFETIME_MS = 5 * 60_000
const TOKEN = /^[\w-]{43}$/

/** One cookie for each purpose, whatever the number of tabs. */
const COOKIE: Record<OAuthPurpose, string> = {
  connect_server: "discord_oauth_server",
  link_account: "discord_oauth_account",
  claim_order: "discord_oauth_claim",
  connect_cart: "discord_oauth_cart",
}

/** What a storefront's server may ask for, to be begun in the customer's browser. */
const ENTERED: readonly OAuthPurpose[] = ["link_account", "connect_cart"]

export type Cookies = Readonly<Record<string, string | undefined>>

export interface NewAuthorization {
  purpose: OAuthPurpose
  /** The customer, the admin user, the claim or the cart it is for. */
  actor_id: string
  /** Where the browser goes afterwards; checked by the caller. */
  redirect_url: string | null
}

/** An authorisation that came back in the right browser, in time, for the first time. */
export interface Authorization extends NewAuthorization {
  verifier: string
  /** The browser's cookie, when no other tab needs it any more. */
  spent_cookie: string | null
}

export interface BrowserCookie {
  name: string
  value: string
  max_age_ms: number
}

export interface BegunAuthorization {
  purpose: OAuthPurpose
  consent: Consent
  cookie: BrowserCookie
}

/** Pending authorisations (RFC 6749, section 10.12; RFC 7636). */
export class Authorizations {
  readonly #db: Db
  readonly #keyring: Keyring
  readonly #cookiePrefix: string

  /** @param https whether browsers reach the store by https: then no page of another host can plant a cookie of these names */
  constructor(db: Db, keyring: Keyring, https: boolean) {
    this.#db = db
    this.#keyring = keyring
    this.#cookiePrefix = https ? "__Host-" : ""
  }

  /**
   * @param cookies what the browser sent: one of an earlier tab is kept, so that both tabs may come back
   * @returns also the token by which one browser may begin the same authorisation at the store itself
   */
  async begin(
    request: NewAuthorization,
    cookies: Cookies,
  ): Promise<BegunAuthorization & { entry_token: string }> {
    const [state, verifier, entry_token] = [randomToken(), randomToken(), randomToken()]
    const browser = this.#knownBrowser(request.purpose, cookies) ?? randomToken()
    const id = newId("dstate")
    await savePending(this.#db, {
      ...request,
      id,
      state_hash: hashToken(state),
      browser_hash: hashToken(browser),
      entry_hash: hashToken(entry_token),
      sealed_verifier: this.#keyring.seal(verifier, verifierOf(id)),
      expires_at: new Date(Date.now() + LIFETIME_MS),
    })
    return { ...this.#begun(request.purpose, { state, verifier, browser }), entry_token }
  }

  /**
   * Begins an authorisation in the browser that brings its entry token. The answer that made the token is good for nothing
   * from then on.
   *
   * @throws MedusaError when the token is unknown, used or too old
   */
  async enter(token: string, cookies: Cookies): Promise<BegunAuthorization> {
    const [state, verifier, unknown] = [randomToken(), randomToken(), randomToken()]
    const browserOf = (purpose: OAuthPurpose) => this.#knownBrowser(purpose, cookies) ?? unknown
    const purpose = await enterPending(
      this.#db,
      {
        hash: hashToken(token),
        purposes: ENTERED,
        valid_until_end: LIFETIME_MS - ENTRY_LIFETIME_MS,
      },
      (found) => ({
        state_hash: hashToken(state),
        browser_hash: hashToken(browserOf(found.purpose)),
        sealed_verifier: this.#keyring.seal(verifier, verifierOf(found.id)),
        expires_at: new Date(Date.now() + LIFETIME_MS),
      }),
    )
    if (purpose === null) {
      throw linkRefused("link_expired")
    }
    return this.#begun(purpose, { state, verifier, browser: browserOf(purpose) })
  }

  /**
   * @throws MedusaError when the state is unknown, used, expired or began in another browser. In each case it is used up.
   */
  async complete(state: string, cookies: Cookies): Promise<Authorization> {
    const pending = await takePending(this.#db, hashToken(state))
    if (!pending || pending.expires_at.getTime() <= Date.now()) {
      throw linkRefused("link_expired")
    }
    const { id, purpose, actor_id, redirect_url, browser_hash, sealed_verifier } = pending
    const name = this.#cookieName(purpose)
    const browser = cookies[name]
    if (!browser || !isSameToken(hashToken(browser), browser_hash)) {
      throw linkRefused("other_browser")
    }
    const isNeeded = await hasPending(this.#db, browser_hash, purpose)
    return {
      purpose,
      actor_id,
      redirect_url,
      verifier: this.#openVerifier(sealed_verifier, id),
      spent_cookie: isNeeded ? null : name,
    }
  }

  /** Under a key that was taken out meanwhile, it is as one that has expired: to be begun again. */
  #openVerifier(sealed: string, stateId: string): string {
    try {
      return this.#keyring.open(sealed, verifierOf(stateId))
    } catch (error) {
      throw error instanceof SealError ? linkRefused("link_expired") : error
    }
  }

  #begun(
    purpose: OAuthPurpose,
    { state, verifier, browser }: { state: string; verifier: string; browser: string },
  ): BegunAuthorization {
    return {
      purpose,
      consent: { state, code_challenge: pkceChallenge(verifier) },
      cookie: { name: this.#cookieName(purpose), value: browser, max_age_ms: LIFETIME_MS },
    }
  }

  #knownBrowser(purpose: OAuthPurpose, cookies: Cookies): string | null {
    const known = cookies[this.#cookieName(purpose)]
    return known !== undefined && TOKEN.test(known) ? known : null
  }

  #cookieName(purpose: OAuthPurpose): string {
    return `${this.#cookiePrefix}${COOKIE[purpose]}`
  }
}

/** What the verifier is sealed for: it opens nowhere else. */
function verifierOf(stateId: string): string {
  return `verifier:${stateId}`
}

function linkRefused(reason: "link_expired" | "other_browser"): MedusaError {
  return refused(MedusaError.Types.NOT_ALLOWED, say(`consent.${reason}`), reason)
}
