import type { MedusaResponse } from "@medusajs/framework/http"
import type { BrowserCookie } from "../../modules/discord/security/authorizations"

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
  const secure = backendUrl.startsWith("https:")
  res.cookie(name, value, {
    httpOnly: true,
    secure,
    sameSite: secure ? "none" : "lax",
    maxAge: max_age_ms,
    path: new URL(`${backendUrl}/discord/oauth/callback`).pathname,
  })
}
