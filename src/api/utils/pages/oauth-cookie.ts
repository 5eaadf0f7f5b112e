import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  BrowserCookie,
  Cookies,
} from "../../../modules/discord/consent/authorizations.service"

/** The cookies of a request, as cookie-parser read them. */
export function cookiesOf({ cookies }: Pick<MedusaRequest, "cookies">): Cookies {
  return (cookies ?? {}) as Cookies
}

/**
 * Binds an authorisation to the browser that asked for it: a link sent to somebody else ends there.
 *
 * A storefront on another site than the backend can only store it with `SameSite=None`, which browsers allow over https.
 */
export function setOAuthCookie<Body>(
  res: MedusaResponse<Body>,
  backendUrl: string,
  { name, value, max_age_ms }: BrowserCookie,
): void {
  res.cookie(name, value, { ...attributesFor(backendUrl), maxAge: max_age_ms })
}

/** Takes a cookie back that nothing needs any more. */
export function clearOAuthCookie<Body>(
  res: MedusaResponse<Body>,
  backendUrl: string,
  name: string,
): void {
  res.clearCookie(name, attributesFor(backendUrl))
}

/** Browsers take a `__Host-` name with these alone: no page of a sibling host can have set it. */
function attributesFor(backendUrl: string) {
  const secure = backendUrl.startsWith("https:")
  return { httpOnly: true, secure, sameSite: secure ? "none" : "lax", path: "/" } as const
}
