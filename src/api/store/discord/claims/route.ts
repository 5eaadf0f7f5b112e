import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AuthorizationUrlResponse } from "../../../../types/http"
import { beginClaim } from "../../../utils/begin-claim"
import type { StoreClaimDiscord } from "../validators"
import { sayConflicts } from "../../../utils/say-conflicts"

/** The same as opening a claim link, for a storefront with a page of its own for it. */
export const POST = sayConflicts(
  async (
    req: MedusaRequest<StoreClaimDiscord>,
    res: MedusaResponse<AuthorizationUrlResponse>,
  ): Promise<void> => {
    const { token, redirect_url } = req.validatedBody
    res.json({ authorization_url: await beginClaim(req, res, token, redirect_url) })
  },
)
