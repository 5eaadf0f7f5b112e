import { say } from "../../../messages"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { claimCode } from "../../../modules/discord/claim/order-claim.rules"
import { beginClaim, checkClaim } from "../../utils/begin-claim"
import { discordOf } from "../../utils/discord"
import { isMedusaError } from "../../utils/error-words"
import { onlyOpened } from "../../utils/guard"
import { brandOf } from "../../utils/pages/brand"
import { sendPage } from "../../utils/pages/page"
import { sendIncompletePage, sendRefusalPage } from "../../utils/pages/refusal-page"
import { claimLinkParams } from "./validators"
import { numberOf } from "./order-number"
import { offerOf, openAgain } from "./view"

const NO_LINK = say("request.title_no_claim_link")
const BROKEN = say("request.title_broken_link")

/**
 * A guest opens the link of their order: on to Discord, in this browser, or first to a page that says what there is to get, where
 * the store has none of its own. Opening it uses nothing up.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const query = claimLinkParams.safeParse(req.query)
  if (!query.success) {
    return sendIncompletePage(req, res, NO_LINK)
  }
  const { token } = query.data
  const { options, claims } = discordOf(req.scope)
  try {
    if (options.redirectUrls.length > 0) {
      res.redirect(303, await beginClaim(req, res, token))
      return
    }
    const { order_id } = await checkClaim(req, token)
    const [display_id, roles] = await Promise.all([
      numberOf(req, order_id),
      claims.rolesOf(order_id),
    ])
    const offer = offerOf({ display_id, roles, button: { action: pageOf(options), token } })
    sendPage(req, res, 200, { ...offer, forms: leadingTo(options), brand: await brandOf(req) })
  } catch (error) {
    await sendRefusalPage(req, res, error, { title: BROKEN, ...againIfUsed(req, token, error) })
  }
}

/** The button of that page: on to Discord. */
export const POST = async (
  req: MedusaRequest<Record<string, unknown>>,
  res: MedusaResponse,
): Promise<void> => {
  if (discordOf(req.scope).options.redirectUrls.length > 0) {
    onlyOpened(req, res)
    return
  }
  const body = claimLinkParams.safeParse(req.body)
  if (!body.success) {
    return sendIncompletePage(req, res, NO_LINK)
  }
  try {
    res.redirect(303, await beginClaim(req, res, body.data.token, { again: true }))
  } catch (error) {
    await sendRefusalPage(req, res, error, { title: BROKEN })
  }
}

/** Who used the link may come back by it as the same Discord user; anybody else is told so after the consent. */
function againIfUsed({ scope }: Pick<MedusaRequest, "scope">, token: string, error: unknown) {
  const { options } = discordOf(scope)
  const isUsed = isMedusaError(error) && error.code === claimCode("used")
  return isUsed && options.redirectUrls.length === 0
    ? { more: { body: openAgain({ action: pageOf(options), token }), forms: leadingTo(options) } }
    : {}
}

function pageOf({ backendUrl }: { backendUrl: string }): string {
  return `${backendUrl}/discord/claim`
}

function leadingTo({ backendUrl, webUrl }: { backendUrl: string; webUrl: string }): string[] {
  return [backendUrl, webUrl]
}
