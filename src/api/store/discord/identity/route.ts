import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../../messages"
import { refused } from "../../../../modules/discord/refused"
import { SIGN_IN_PROVIDER } from "../../../../modules/discord/sign-in/sign-in.rules"
import type { StoreDiscordIdentityResponse } from "../../../../types/http"
import { joinSignInWorkflow } from "../../../../workflows/sign-in"
import { readToken } from "../../../auth/complete-sign-in"
import { sayRefusals } from "../../../utils/say-refusals"
import type { StoreJoinDiscordIdentity } from "../validators"

/** Lets the customer sign in with Discord, too: with the account whose sign-in gave the token. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<StoreJoinDiscordIdentity>,
    res: MedusaResponse<StoreDiscordIdentityResponse>,
  ): Promise<void> => {
    const signedIn = readToken(req, req.validatedBody.token)
    if (signedIn?.auth_provider !== SIGN_IN_PROVIDER) {
      throw refused(MedusaError.Types.INVALID_DATA, say("sign_in.not_a_sign_in"))
    }
    const id = req.auth_context.actor_id
    const { result: discord } = await joinSignInWorkflow(req.scope).run({
      input: { customer_id: id, auth_identity_id: signedIn.auth_identity_id },
    })
    res.json({ id, object: "discord_identity", discord })
  },
)
