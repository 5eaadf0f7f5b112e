import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminCustomerDiscordResponse,
  AdminLinkDiscordAccount,
  AdminUnlinkDiscordAccountResponse,
} from "../../../../../../types/http"
import { linkDiscordUserWorkflow, unlinkAccountWorkflow } from "../../../../../../workflows/account"
import { readCustomer } from "../helpers"
import { sayRefusals } from "../../../../../utils/say-refusals"

/** Links the customer to a Discord user by id: roles are given where the user is a member already. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<AdminLinkDiscordAccount>,
    res: MedusaResponse<AdminCustomerDiscordResponse>,
  ): Promise<void> => {
    const customer_id = req.params.id ?? ""
    const { discord_user_id } = req.validatedBody
    await linkDiscordUserWorkflow(req.scope).run({
      input: { customer_id, discord_user_id, actor_id: req.auth_context.actor_id },
    })
    res.json(await readCustomer(req.scope, customer_id))
  },
)

/** Ends the link: tokens revoked, roles taken back. */
export const DELETE = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminUnlinkDiscordAccountResponse>,
  ): Promise<void> => {
    const customer_id = req.params.id ?? ""
    await unlinkAccountWorkflow(req.scope).run({ input: { customer_id } })
    res.json({ id: customer_id, object: "discord_account", deleted: true })
  },
)
