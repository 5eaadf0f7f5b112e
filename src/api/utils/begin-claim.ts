import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkOrderClaimWorkflow } from "../../workflows/claim"
import { discordOf } from "./discord"
import { setOAuthCookie } from "./oauth-cookie"
import { pageToReturnTo } from "./redirects"

/**
 * Begins a guest's claim: the answer ties it to this browser.
 *
 * @param redirectUrl where the browser goes afterwards; the store's first page when left out
 * @returns Discord's page to send the browser to
 * @throws MedusaError in words when the link does not work
 */
export async function beginClaim<Body>(
  req: MedusaRequest,
  res: MedusaResponse<Body>,
  token: string,
  redirectUrl?: string,
): Promise<string> {
  const discord = discordOf(req.scope)
  const redirect_url = pageToReturnTo(discord.options, redirectUrl)
  const { result } = await checkOrderClaimWorkflow(req.scope).run({ input: { token } })
  const { url, cookie } = await discord.beginAuthorization({
    purpose: "claim_order",
    actor_id: result.claim_id,
    redirect_url,
  })
  setOAuthCookie(res, discord.options.backendUrl, cookie)
  return url
}
