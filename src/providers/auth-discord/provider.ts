import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityDTO,
  AuthIdentityProviderService,
  Logger,
} from "@medusajs/framework/types"
import { AbstractAuthModuleProvider } from "@medusajs/framework/utils"
import { render, say, type MessageCode } from "../../messages"
import { consentFailure, describeReason } from "../../modules/discord/consent/consent-words.rules"
import { exchangeConsent } from "../../modules/discord/consent/read-consent.service"
import { DiscordFailure } from "../../modules/discord/discord-api/errors"
import { DiscordOAuth } from "../../modules/discord/discord-api/oauth"
import { RateLimits } from "../../modules/discord/discord-api/rate-limits"
import { RestPool } from "../../modules/discord/discord-api/rest"
import { Keyring } from "../../modules/discord/security/keyring"
import { SIGN_IN_PROVIDER } from "../../modules/discord/sign-in/sign-in.rules"
import { saveIdentity } from "./identity"
import { parseSignInOptions, type SignInOptions } from "./options"
import { beginSignIn, takeSignIn } from "./pending-sign-ins"
import { callbackUrlOf, comingBackIn, isOfCustomers } from "./sign-in-request.rules"

/** Discord's word for somebody who said no. */
const DECLINED = "access_denied"
/** Far more than anybody signs in: each takes two calls, and none is the bot's. */
const REQUESTS_PER_SECOND = 45

/**
 * Signing in with Discord, for customers. The same consent connects them with the plugin: it waits, sealed, in the identity's
 * `provider_metadata` until there is a customer, since this container knows no module but its own.
 *
 * @see https://docs.medusajs.com/resources/references/auth/provider
 */
export class DiscordAuthProvider extends AbstractAuthModuleProvider {
  static override identifier = SIGN_IN_PROVIDER
  static override DISPLAY_NAME = "Discord"

  readonly #logger: Logger
  readonly #options: SignInOptions
  readonly #keyring: Keyring
  readonly #rest: RestPool

  /** @throws MedusaError naming every wrong field */
  static override validateOptions(options: Record<string, unknown>): void {
    parseSignInOptions(options)
  }

  constructor({ logger }: { logger: Logger }, options: Record<string, unknown>) {
    // eslint-disable-next-line prefer-rest-params -- as Medusa's own providers do it
    super(...(arguments as unknown as []))
    this.#logger = logger
    this.#options = parseSignInOptions(options)
    this.#keyring = new Keyring(this.#options.encryptionKey)
    this.#rest = new RestPool(this.#options, new RateLimits(REQUESTS_PER_SECOND))
    // A provider is not told when its process ends. The library's timers tidy up after many routes; here are two.
    this.#rest.close()
  }

  /** Nobody registers with Discord by a form: who is new is so after Discord's page. */
  override async register(): Promise<AuthenticationResponse> {
    return refusal("sign_in.by_page")
  }

  /** @returns Discord's page, to send the browser to */
  override async authenticate(
    request: AuthenticationInput,
    identities: AuthIdentityProviderService,
  ): Promise<AuthenticationResponse> {
    if (!isOfCustomers(request)) {
      return refusal("sign_in.customers_only")
    }
    const page = callbackUrlOf(request, this.#options.callbackUrl)
    if (page === null) {
      return refusal("sign_in.unlisted_page")
    }
    const consent = await beginSignIn(identities, this.#keyring, page)
    return { success: true, location: this.#oauth(page).signInUrl(consent) }
  }

  /** Takes what Discord gave the browser. @returns who that is, known or new; else why not, in words */
  override async validateCallback(
    request: AuthenticationInput,
    identities: AuthIdentityProviderService,
  ): Promise<AuthenticationResponse> {
    if (!isOfCustomers(request)) {
      return refusal("sign_in.customers_only")
    }
    const back = comingBackIn(request)
    if (!back) {
      return refusal("sign_in.incomplete")
    }
    const pending = await takeSignIn(identities, this.#keyring, back.state)
    if (!pending) {
      return refusal("consent.link_expired")
    }
    const { code, error } = back
    if (code === undefined) {
      return refusal(error === DECLINED ? "consent.declined" : "consent.discord_refused")
    }
    try {
      const oauth = this.#oauth(pending.callback_url)
      const consent = await exchangeConsent(oauth, { code, verifier: pending.verifier })
      return answer(await saveIdentity(identities, this.#keyring, consent))
    } catch (failure) {
      return this.#refusalOf(failure)
    }
  }

  #oauth(redirectUri: string): DiscordOAuth {
    return new DiscordOAuth(this.#rest, { ...this.#options, redirectUri })
  }

  /** The customer is told whether to start again; the log has what Discord answered. */
  #refusalOf(failure: unknown): AuthenticationResponse {
    if (!(failure instanceof DiscordFailure)) {
      const name = failure instanceof Error ? failure.name : "unknown"
      this.#logger.error(`discord: a sign-in was not completed: ${name}`)
      return refusal("consent.store_failed")
    }
    const { reason, message } = consentFailure(failure)
    const { status, code } = failure
    const said = status === null ? "" : ` (HTTP ${status}${code === null ? "" : `, code ${code}`})`
    this.#logger.warn(`discord: a sign-in was not completed: ${render(message)}${said}`)
    return { success: false, error: render(describeReason(reason)) }
  }
}

function answer(authIdentity: AuthIdentityDTO): AuthenticationResponse {
  return { success: true, authIdentity }
}

function refusal(code: PlainCode): AuthenticationResponse {
  return { success: false, error: render(say(code)) }
}
type PlainCode = Extract<
  MessageCode,
  | `sign_in.${"by_page" | "customers_only" | "incomplete" | "unlisted_page"}`
  | `consent.${"declined" | "discord_refused" | "link_expired" | "store_failed"}`
>
