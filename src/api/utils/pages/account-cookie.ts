import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { FinishedConsent } from "../../../modules/discord/page-session/page-session.service"
import { discordOf } from "../discord"
import { cookiesOf } from "./oauth-cookie"

/**
 * Where a consent ends of a store without pages of its own: the browser that gave it may look at its account there, by a cookie
 * that no script reads and no other site sends along.
 *
 * @returns the page to send the browser to: its address holds neither code nor state, and nobody's id
 */
export async function openAccountPage(
  req: MedusaRequest,
  res: MedusaResponse,
  consent: FinishedConsent,
): Promise<string> {
  const { options, pageSessions } = discordOf(req.scope)
  const { name, value, max_age_ms } = await pageSessions.open(consent, cookiesOf(req))
  res.cookie(name, value, {
    httpOnly: true,
    secure: options.backendUrl.startsWith("https:"),
    sameSite: "lax",
    path: "/",
    maxAge: max_age_ms,
  })
  return accountPageOf(options)
}

/** The address of the account page, as browsers reach it. */
export function accountPageOf({ backendUrl }: { backendUrl: string }): string {
  return `${backendUrl}/discord/account`
}
