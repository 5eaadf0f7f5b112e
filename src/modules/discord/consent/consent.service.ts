import type { DiscordOAuth } from "../discord-api/oauth"
import type { SyncDeps } from "../engine/deps"
import type { DiscordOptions } from "../options"
import {
  Authorizations,
  type Authorization,
  type BegunAuthorization,
  type BrowserCookie,
  type Cookies,
  type NewAuthorization,
} from "./authorizations.service"
import { dropExpired } from "./oauth-states.store"
import { reportConsentFailure, type ConsentOf } from "./consent-report.service"

/** Where to send a browser, and the cookie it must bring back. */
interface ToDiscord {
  url: string
  cookie: BrowserCookie
}

/** Consents at Discord: how they begin, come back, and fail. */
export class ConsentService {
  readonly #deps: Pick<SyncDeps, "db" | "logger">
  readonly #oauth: DiscordOAuth
  readonly #authorizations: Authorizations

  constructor(deps: SyncDeps, { backendUrl }: Pick<DiscordOptions, "backendUrl">) {
    this.#deps = deps
    this.#oauth = deps.oauth
    this.#authorizations = new Authorizations(
      deps.db,
      deps.keyring,
      backendUrl.startsWith("https:"),
    )
  }

  /** Starts an authorisation; the browser is to be sent to `url` with `cookie` set. @see Authorizations.begin */
  async begin(
    request: NewAuthorization,
    cookies: Cookies,
  ): Promise<ToDiscord & { entry_token: string }> {
    const { entry_token, ...begun } = await this.#authorizations.begin(request, cookies)
    return { ...this.#toDiscord(begun), entry_token }
  }

  /** Starts the authorisation behind an entry token in the browser that brings it. @see Authorizations.enter */
  async enter(token: string, cookies: Cookies): Promise<ToDiscord> {
    return this.#toDiscord(await this.#authorizations.enter(token, cookies))
  }

  /** @see Authorizations.complete */
  async complete(state: string, cookies: Cookies): Promise<Authorization> {
    return this.#authorizations.complete(state, cookies)
  }

  /** Tells the operator why a consent connected nobody, in the log and the activity log. */
  async reportFailure(of: ConsentOf, error: unknown): Promise<void> {
    await reportConsentFailure(this.#deps, of, error)
  }

  /** Forgets authorisations that nobody came back from. */
  async sweep(): Promise<void> {
    await dropExpired(this.#deps.db)
  }

  #toDiscord({ purpose, consent, cookie }: BegunAuthorization): ToDiscord {
    const url =
      purpose === "connect_server"
        ? this.#oauth.installUrl(consent)
        : this.#oauth.customerUrl(consent)
    return { url, cookie }
  }
}
