import { type RESTPostOAuth2AccessTokenResult } from "discord-api-types/v10"
import { createHash } from "node:crypto"
import { presentGuild } from "../api/answers/present-guild"
import { type Application } from "../state/entities"
import { ACCESS_TOKEN_SECONDS, type Grant, type PendingCode } from "../state/token-vault"
import { type World } from "../state/world"
import { invalidGrant, OAuthError } from "./oauth-error"

type TokenForm = Record<string, unknown>

/**
 * The token endpoint.
 * @throws OAuthError
 * @see https://discord.com/developers/docs/topics/oauth2#authorization-code-grant-access-token-exchange-example
 */
export function tokenResponse(world: World, app: Application, form: TokenForm): object {
  switch (form.grant_type) {
    case "authorization_code":
      return exchange(world, app, form)
    case "refresh_token":
      return refresh(world, app, form)
    default: {
      // What Discord says, in these words, to a JSON body too: it does not see the field.
      const name = typeof form.grant_type === "string" ? form.grant_type : "None"
      throw new OAuthError(400, "unsupported_grant_type", `Grant type ${name} is not supported`)
    }
  }
}

/** A code works once, for the application and the redirect it was made for, with its PKCE verifier. */
function exchange(world: World, app: Application, form: TokenForm): object {
  const code = required(form, "code")
  const pending = world.tokens.peekCode(code)
  if (!pending || pending.client_id !== app.client_id) throw invalidGrant("code")
  if (required(form, "redirect_uri") !== pending.redirect_uri) throw invalidGrant("redirect_uri")
  checkVerifier(pending, form.code_verifier)
  if (typeof form.code_verifier === "string") world.tokens.noteVerifier(form.code_verifier)
  world.tokens.burnCode(code)
  const grant = world.tokens.issue(pending)
  const guild = pending.guild_id === null ? undefined : world.guilds.get(pending.guild_id)
  // A bot installation: this guild, unlike `guild_id` in the callback's address, cannot be forged.
  return { ...presentGrant(grant), ...(guild ? { guild: presentGuild(guild) } : {}) }
}

/** The refresh token rotates: the new pair kills the old one, access token included. */
function refresh(world: World, app: Application, form: TokenForm): object {
  const old = world.tokens.byRefreshToken(required(form, "refresh_token"))
  if (!old || old.client_id !== app.client_id) throw invalidGrant("refresh_token")
  old.revoked = true
  return presentGrant(world.tokens.issue(old))
}

function presentGrant(grant: Grant): RESTPostOAuth2AccessTokenResult {
  return {
    token_type: "Bearer",
    access_token: grant.access_token,
    expires_in: ACCESS_TOKEN_SECONDS,
    refresh_token: grant.refresh_token,
    scope: grant.scopes.join(" "),
  }
}

/** PKCE, S256 only. A code asked for with a challenge cannot be exchanged without its verifier. */
function checkVerifier(pending: PendingCode, verifier: unknown): void {
  if (pending.code_challenge === null) return
  const ok =
    typeof verifier === "string" &&
    /^[\w.~-]{43,128}$/.test(verifier) &&
    createHash("sha256").update(verifier).digest("base64url") === pending.code_challenge
  if (!ok) throw invalidGrant("code_verifier")
}

function required(form: TokenForm, field: string): string {
  const value = form[field]
  if (typeof value === "string" && value !== "") return value
  throw new OAuthError(400, "invalid_request", `Missing "${field}" in request.`)
}
