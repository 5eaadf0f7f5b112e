import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AuthorizationUrlResponse } from "../../../../types/http"
import { beginClaim } from "../../../utils/begin-claim"
import { refusalOf } from "../../../utils/request-limits"
import { sayRefusals } from "../../../utils/say-refusals"
import type { StoreClaimDiscord } from "../validators"

/** The same as opening a claim link, for a storefront with a page of its own for it. */
export const POST = sayRefusals(
  async (
    req: MedusaRequest<StoreClaimDiscord>,
    res: MedusaResponse<AuthorizationUrlResponse>,
  ): Promise<void> => {
    const { token, redirect_url } = req.validatedBody
    try {
      res.json({
        authorization_url: await beginClaim(req, res, token, { redirectUrl: redirect_url }),
      })
    } catch (error) {
      throw await refusalOf(req, error)
    }
  },
)
