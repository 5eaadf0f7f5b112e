import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { beginClaim } from "../../utils/begin-claim"
import { isMedusaError, statusOf, wordsOf } from "../../utils/error-words"
import { sendPage } from "../../utils/page"
import { claimLinkParams } from "./validators"

/** A guest opens the link of their order: on to Discord, in this browser. Opening it uses nothing up. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  // Access logs write down a request's address once it is answered: the token in it is nobody else's business.
  req.originalUrl = req.path
  const query = claimLinkParams.safeParse(req.query)
  if (!query.success) {
    sendPage(res, 400, {
      title: "This is not a claim link",
      text: "The address is incomplete. Open the link as it stands in the store's message.",
    })
    return
  }
  try {
    const page = await beginClaim(req, res, query.data.token)
    res.set("Referrer-Policy", "no-referrer").set("Cache-Control", "no-store").redirect(302, page)
  } catch (error) {
    const status = isMedusaError(error) ? statusOf(error) : 500
    sendPage(res, status, { title: "This link does not work", text: wordsOf(error) })
  }
}
