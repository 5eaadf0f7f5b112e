import { OAuth2Scopes, PermissionFlagsBits, Routes, type RouteLike } from "discord.js"
import type { DiscordOptions } from "../options"
import { installedServerIn, selfIn, tokensIn, type SelfAnswer } from "./answers"
import { DiscordFailure, toFailure } from "./errors"
import type { RestPool } from "./rest"

interface OAuthOptions extends Pick<DiscordOptions, "clientId" | "clientSecret" | "webUrl"> {
  /** Where Discord sends browsers back to. */
  redirectUri: string
}

/** A user's OAuth tokens. */
export interface TokenPair {
  access_token: string
  refresh_token: string
  expires_at: Date
  scopes: string[]
}

export interface Consent {
  state: string
  code_challenge: string
}

const CUSTOMER_SCOPES: string[] = [OAuth2Scopes.Identify, OAuth2Scopes.GuildsJoin]
const SIGN_IN_SCOPES: string[] = [...CUSTOMER_SCOPES, OAuth2Scopes.Email]
const INSTALL_SCOPES: string[] = [OAuth2Scopes.Bot, OAuth2Scopes.Identify]
const INSTALL_PERMISSIONS =
  PermissionFlagsBits.ManageRoles | PermissionFlagsBits.CreateInstantInvite

/** Discord's OAuth2: the consent pages and the tokens behind them. */
export class DiscordOAuth {
  readonly #rest: RestPool
  readonly #options: OAuthOptions

  constructor(rest: RestPool, options: OAuthOptions) {
    this.#rest = rest
    this.#options = options
  }

  get redirectUri(): string {
    return this.#options.redirectUri
  }

  /** The page on which a customer lets the store know them and join them to servers. */
  customerUrl(consent: Consent): string {
    return this.#authorizeUrl(CUSTOMER_SCOPES, consent, { prompt: "consent" })
  }

  /** The page on which a customer signs in, and connects by the same consent. Who has agreed before passes it unseen. */
  signInUrl(consent: Consent): string {
    return this.#authorizeUrl(SIGN_IN_SCOPES, consent, { prompt: "none" })
  }

  /** The page on which an admin installs the bot in a server. */
  installUrl(consent: Consent): string {
    return this.#authorizeUrl(INSTALL_SCOPES, consent, {
      permissions: INSTALL_PERMISSIONS.toString(),
    })
  }

  /** @throws DiscordFailure with code `invalid_grant` for a wrong or used code */
  async exchangeCustomerCode(code: string, verifier: string): Promise<TokenPair> {
    const pair = tokenPair(await this.#exchange(code, verifier))
    if (!pair.scopes.includes(OAuth2Scopes.Identify)) {
      throw new DiscordFailure(null, null, null, "Discord answered without leave to see who it is")
    }
    return pair
  }

  /**
   * @returns the id of the server the bot was installed in: Discord's answer is the authority, the `guild_id` in the browser's URL can
   * be changed by its user
   * @throws DiscordFailure with code `invalid_grant` for a wrong or used code
   */
  async exchangeInstallCode(code: string, verifier: string): Promise<string> {
    return installedServerIn(await this.#exchange(code, verifier))
  }

  /** Discord rotates refresh tokens and takes each one once: persist the new pair before anything else. */
  async refresh(refreshToken: string): Promise<TokenPair> {
    return tokenPair(
      await this.#token({ grant_type: "refresh_token", refresh_token: refreshToken }),
    )
  }

  /**
   * Whether Discord knows the client id and its secret. Asks with a code that cannot exist: Discord looks at the client
   * first, and no token is made. Ending one again would end every token of its user.
   *
   * @throws DiscordFailure when Discord does not answer
   */
  async knowsClient(): Promise<boolean> {
    try {
      await this.#exchange("none", "none")
      return true
    } catch (error) {
      const failure = toFailure(error)
      if (failure.status === null || failure.status === 429 || failure.status >= 500) {
        throw failure
      }
      return failure.code !== "invalid_client"
    }
  }

  /** Ends every token this application holds for the user, whichever one is given. */
  async revoke(token: string): Promise<void> {
    await this.#form(Routes.oauth2TokenRevocation(), { token })
  }

  /** @throws DiscordFailure when Discord does not answer, or with something else than a user */
  async readUser(accessToken: string): Promise<SelfAnswer> {
    try {
      return selfIn(
        await this.#rest.run((rest) =>
          rest.get(Routes.user(), {
            auth: false,
            headers: { Authorization: `Bearer ${accessToken}` },
          }),
        ),
      )
    } catch (error) {
      throw toFailure(error)
    }
  }

  #authorizeUrl(scopes: string[], consent: Consent, extra: Record<string, string>): string {
    const url = new URL(`${this.#options.webUrl}/oauth2/authorize`)
    url.search = new URLSearchParams({
      response_type: "code",
      client_id: this.#options.clientId,
      scope: scopes.join(" "),
      redirect_uri: this.redirectUri,
      state: consent.state,
      code_challenge: consent.code_challenge,
      code_challenge_method: "S256",
      ...extra,
    }).toString()
    return url.toString()
  }

  async #exchange(code: string, verifier: string): Promise<unknown> {
    return this.#token({
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: this.redirectUri,
    })
  }

  async #token(fields: Record<string, string>): Promise<unknown> {
    return this.#form(Routes.oauth2TokenExchange(), fields)
  }

  async #form(route: RouteLike, fields: Record<string, string>): Promise<unknown> {
    const { clientId, clientSecret } = this.#options
    try {
      const body = new URLSearchParams({
        ...fields,
        client_id: clientId,
        client_secret: clientSecret,
      }).toString()
      return await this.#rest.run((rest) =>
        rest.post(route, {
          auth: false,
          passThroughBody: true,
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
          body,
        }),
      )
    } catch (error) {
      throw toFailure(error)
    }
  }
}

function tokenPair(answer: unknown): TokenPair {
  const { access_token, refresh_token, expires_in, scope } = tokensIn(answer)
  return {
    access_token,
    refresh_token,
    expires_at: new Date(Date.now() + expires_in * 1000),
    scopes: scope.split(" ").filter(Boolean),
  }
}
