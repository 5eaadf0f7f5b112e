import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminImportDiscordCustomersResponse } from "../../../../types/http"
import { importCustomersWorkflow } from "../../../../workflows/import"
import type { AdminImportDiscordCustomersBody } from "./validators"

/** Gives many customers access, links them, or both, from a CSV file; with `dry_run` it says what that would do. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminImportDiscordCustomersBody>,
    res: MedusaResponse<AdminImportDiscordCustomersResponse>,
  ): Promise<void> => {
    const { result } = await importCustomersWorkflow(req.scope).run({
      input: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
    })
    res.json(result)
  },
)
