import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCustomerDiscordResponse } from "../../../../../types/http"
import { readCustomer } from "./helpers"

/** Who the customer is in Discord, what they own, and for each role why they hold it or do not. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminCustomerDiscordResponse>,
  ): Promise<void> => {
    res.json(await readCustomer(req.scope, req.params.id ?? ""))
  },
)
