import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminRetryDiscordMemberships,
  AdminRetryDiscordMembershipsResponse,
} from "../../../../../types/http"
import { retryMembershipsWorkflow } from "../../../../../workflows/sync"

/** Tries again everyone who waits or retries, or those with the statuses and the server named. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminRetryDiscordMemberships>,
    res: MedusaResponse<AdminRetryDiscordMembershipsResponse>,
  ): Promise<void> => {
    const { result } = await retryMembershipsWorkflow(req.scope).run({ input: req.validatedBody })
    res.status(202).json({ count: result.count })
  },
)
