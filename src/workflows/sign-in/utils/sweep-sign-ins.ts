import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import { completeSignIn } from "./complete-sign-in"
import {
  dropConsent,
  listPendingSignIns,
  replaceConsent,
  type PendingSignIn,
} from "./pending-sign-ins"

const PAGE = 200

/**
 * Completes the sign-ins that a process left half-way, drops consents that nobody came for, and seals those that wait with the
 * newest key.
 */
export async function sweepSignIns(container: MedusaContainer): Promise<void> {
  let batch: PendingSignIn[] = []
  do {
    const page = { after: batch.at(-1)?.provider_identity_id ?? "", limit: PAGE }
    batch = await listPendingSignIns(container, {}, page)
    for (const signIn of batch) {
      if (signIn.abandoned) {
        await dropConsent(container, signIn)
      } else if (signIn.customer_id !== null && !(await needsSecondFactor(container, signIn))) {
        await completeSignIn(container, signIn)
      } else {
        await renewSeal(container, signIn)
      }
    }
  } while (batch.length === PAGE)
}

async function renewSeal(container: MedusaContainer, signIn: PendingSignIn): Promise<void> {
  const { signIns } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const sealed = signIns.sealAnew(signIn)
  if (sealed !== null) {
    await replaceConsent(container, signIn, sealed)
  }
}

/** Whether Discord's word alone signs nobody in here: then the sign-in is completed by the second factor, or not at all. */
async function needsSecondFactor(
  container: MedusaContainer,
  { auth_identity_id }: PendingSignIn,
): Promise<boolean> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const factors = await auth.listAuthMfa({ auth_identity_id, status: "enabled" })
  return factors.length > 0
}
