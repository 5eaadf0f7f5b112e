import type { IAuthModuleService } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { say } from "../../../messages"
import { refused } from "../../../modules/discord/refused"
import { SIGN_IN_PROVIDER } from "../../../modules/discord/sign-in/sign-in.rules"

export interface JoinSignInInput {
  customer_id: string
  auth_identity_id: string
}

/**
 * Looks whether a customer can sign in by this identity from now on.
 *
 * @returns whether they do so already
 * @throws MedusaError INVALID_DATA when it is none of Discord's, CONFLICT when somebody else signs in by it
 */
export const getJoinableIdentityStep = createStep(
  "discord-get-joinable-identity",
  async ({ customer_id, auth_identity_id }: JoinSignInInput, { container }) => {
    const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
    const [identity] = await auth.listAuthIdentities(
      { id: [auth_identity_id] },
      { relations: ["provider_identities"] },
    )
    const isOfDiscord = identity?.provider_identities?.some(
      ({ provider }) => provider === SIGN_IN_PROVIDER,
    )
    if (!identity || !isOfDiscord) {
      throw refused(MedusaError.Types.INVALID_DATA, say("sign_in.not_a_sign_in"))
    }
    const owner = identity.app_metadata?.customer_id
    if (owner && owner !== customer_id) {
      throw refused(MedusaError.Types.CONFLICT, say("sign_in.taken"))
    }
    return new StepResponse({ joined: Boolean(owner) })
  },
)
