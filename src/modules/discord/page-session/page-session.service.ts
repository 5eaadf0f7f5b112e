import type { BrowserCookie, Cookies } from "../consent/authorizations.service"
import { newId, type Db } from "../db/db"
import { hashToken, randomToken } from "../security/one-time"
import type { OAuthPurpose } from "../statuses.rules"
import { lifetimeMs, type PageEnding } from "./page-session.rules"
import {
  dropExpiredPages,
  findPageSession,
  markDisconnected,
  savePageSession,
  type StoredPageSession,
} from "./page-session.store"

const COOKIE = "discord_account"
const TOKEN = /^[\w-]{43}$/

/** How a browser's consent ended. */
export interface FinishedConsent {
  purpose: OAuthPurpose
  actor_id: string
  ending: PageEnding
  reason: string
  /** Who connected, and as which account; null = nobody did. */
  owner: { customer_id: string; account_id: string } | null
}

/** What a browser may see, and do, on the plugin's own pages. */
export interface PageSession extends StoredPageSession {
  /** Stands in the page's forms: another site that has this browser send one does not know it. */
  form_token: string
}

/** Browsers that came back from Discord to the plugin's own pages, each known by a cookie. */
export class PageSessions {
  readonly #db: Db
  /** Over https no page of another host can plant a cookie of this name. */
  readonly cookieName: string

  constructor(db: Db, backendUrl: string) {
    this.#db = db
    this.cookieName = `${backendUrl.startsWith("https:") ? "__Host-" : ""}${COOKIE}`
  }

  /**
   * Remembers how a consent ended, for the browser that gave it. Its cookie is a new one each time, so none that somebody
   * planted ever counts. A browser that saw its account keeps it, should a second try for the same person end in nothing.
   *
   * @param cookies what the browser sent
   */
  async open(consent: FinishedConsent, cookies: Cookies): Promise<BrowserCookie> {
    const { purpose, actor_id, ending, reason } = consent
    const former = await this.find(cookies)
    const isSamePerson = former?.purpose === purpose && former.actor_id === actor_id
    const { customer_id, account_id } = consent.owner ??
      (isSamePerson ? former : null) ?? { customer_id: null, account_id: null }
    const token = randomToken()
    const max_age_ms = lifetimeMs(account_id !== null)
    const session = {
      id: newId("dpage"),
      token_hash: hashToken(token),
      ...{ purpose, actor_id, customer_id, account_id, ending, reason },
      expires_at: new Date(Date.now() + max_age_ms),
    }
    await savePageSession(this.#db, session, former?.id ?? null)
    return { name: this.cookieName, value: token, max_age_ms }
  }

  /** @returns null when the browser has no session, or none any more */
  async find(cookies: Cookies): Promise<PageSession | null> {
    const token = cookies[this.cookieName]
    if (token === undefined || !TOKEN.test(token)) {
      return null
    }
    const session = await findPageSession(this.#db, hashToken(token))
    return session && { ...session, form_token: hashToken(`form:${token}`) }
  }

  async disconnected({ id }: PageSession): Promise<void> {
    await markDisconnected(this.#db, id)
  }

  async sweep(): Promise<void> {
    await dropExpiredPages(this.#db)
  }
}
