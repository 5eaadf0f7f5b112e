import { say } from "../../../messages"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { beginClaim } from "../../utils/begin-claim"
import { sendIncompletePage, sendRefusalPage } from "../../utils/pages/refusal-page"
import { claimLinkParams } from "./validators"

/** A guest opens the link of their order: on to Discord, in this browser. Opening it uses nothing up. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const query = claimLinkParams.safeParse(req.query)
  if (!query.success) {
    sendIncompletePage(req, res, say("request.title_no_claim_link"))
    return
  }
  try {
    res.redirect(303, await beginClaim(req, res, query.data.token))
  } catch (error) {
    await sendRefusalPage(req, res, error, { title: say("request.title_broken_link") })
  }
}
