import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkOrderClaimWorkflow } from "../../workflows/claim"
import { discordOf } from "./discord"
import { cookiesOf, setOAuthCookie } from "./pages/oauth-cookie"
import { pageToReturnTo } from "./pages/redirects"
import { countRequest } from "./request-limits"

/**
 * Begins a guest's claim: the answer ties it to this browser.
 *
 * @param redirectUrl where the browser goes afterwards; the store's first page when left out
 * @returns Discord's page to send the browser to
 * @throws MedusaError in words when the link does not work; TooManyRequests when it was opened too often
 */
export async function beginClaim<Body>(
  req: MedusaRequest,
  res: MedusaResponse<Body>,
  token: string,
  redirectUrl?: string,
): Promise<string> {
  const discord = discordOf(req.scope)
  const redirect_url = pageToReturnTo(discord.options, redirectUrl)
  // Only a link that the store signed has a counter of its own: made-up ones would fill the table.
  await countRequest(req, "claim_link", discord.claims.verify(token).claim_id)
  const { result } = await checkOrderClaimWorkflow(req.scope).run({ input: { token } })
  const { url, cookie } = await discord.consents.begin(
    { purpose: "claim_order", actor_id: result.claim_id, redirect_url },
    cookiesOf(req),
  )
  setOAuthCookie(res, discord.options.backendUrl, cookie)
  return url
}
