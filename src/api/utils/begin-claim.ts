import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { claimCode } from "../../modules/discord/claim/order-claim.rules"
import { checkOrderClaimWorkflow } from "../../workflows/claim"
import { discordOf } from "./discord"
import { isMedusaError } from "./error-words"
import { cookiesOf, setOAuthCookie } from "./pages/oauth-cookie"
import { pageToReturnTo } from "./pages/redirects"
import { countRequest } from "./request-limits"

interface BeginClaim {
  /** Where the browser goes afterwards; the store's first page when left out. */
  redirectUrl?: string | undefined
  /** Whether a link that was used is good for the Discord user who used it: whether it is them is seen after the consent. */
  again?: boolean
}

/**
 * Begins a guest's claim: the answer ties it to this browser.
 *
 * @returns Discord's page to send the browser to
 * @throws MedusaError in words when the link does not work; TooManyRequests when it was opened too often
 */
export async function beginClaim<Body>(
  req: MedusaRequest,
  res: MedusaResponse<Body>,
  token: string,
  { redirectUrl, again = false }: BeginClaim = {},
): Promise<string> {
  const discord = discordOf(req.scope)
  const redirect_url = pageToReturnTo(discord.options, redirectUrl)
  const actor_id = await checkClaim(req, token).then(
    ({ claim_id }) => claim_id,
    (error: unknown) => {
      if (again && isMedusaError(error) && error.code === claimCode("used")) {
        return discord.claims.verify(token).claim_id
      }
      throw error
    },
  )
  const { url, cookie } = await discord.consents.begin(
    { purpose: "claim_order", actor_id, redirect_url },
    cookiesOf(req),
  )
  setOAuthCookie(res, discord.options.backendUrl, cookie)
  return url
}

/**
 * Looks whether a claim link works, and counts that it was opened.
 *
 * @throws MedusaError in words when it does not; TooManyRequests when it was opened too often
 */
export async function checkClaim(
  req: MedusaRequest,
  token: string,
): Promise<{ claim_id: string; order_id: string }> {
  // Only a link that the store signed has a counter of its own: made-up ones would fill the table.
  await countRequest(req, "claim_link", discordOf(req.scope).claims.verify(token).claim_id)
  const { result } = await checkOrderClaimWorkflow(req.scope).run({ input: { token } })
  return result
}
