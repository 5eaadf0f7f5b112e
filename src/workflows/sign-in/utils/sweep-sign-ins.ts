import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { completeSignIn } from "./complete-sign-in"
import { dropConsent, listPendingSignIns, type PendingSignIn } from "./pending-sign-ins"

const PAGE = 200

/** Completes the sign-ins that a process left half-way, and drops consents that nobody came for. */
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
      }
    }
  } while (batch.length === PAGE)
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
