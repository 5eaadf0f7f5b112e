import type {
  AuthIdentityDTO,
  IAuthModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { SIGN_IN_PROVIDER } from "../../../modules/discord/sign-in/sign-in.rules"

/**
 * Takes out of the Auth Module by which Discord account a deleted customer signed in, with their names, their address and a consent
 * that waits. Medusa deletes one identity of a customer, and this may be their second; without it, they come back as somebody new.
 */
export async function forgetSignIns(
  container: MedusaContainer,
  customer_id: string,
): Promise<void> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  for (const identity of await listSignIns(container, [customer_id])) {
    if (isOfOthers(identity)) {
      const app_metadata = { ...identity.app_metadata, customer_id: null }
      await auth.updateAuthIdentities({ id: identity.id, app_metadata })
    } else {
      await auth.deleteAuthIdentities([identity.id])
    }
  }
}

/** Of these customers, those who sign in with Discord. */
export async function customersWithSignIn(
  container: MedusaContainer,
  customerIds: string[],
): Promise<string[]> {
  const identities = await listSignIns(container, customerIds)
  return identities.map(({ app_metadata }) => String(app_metadata?.customer_id))
}

async function listSignIns(
  container: MedusaContainer,
  customer_id: string[],
): Promise<AuthIdentityDTO[]> {
  if (customer_id.length === 0) {
    return [] // Of an empty list, Medusa's query would be no SQL.
  }
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const where: object = {
    app_metadata: { customer_id },
    provider_identities: { provider: SIGN_IN_PROVIDER },
  }
  return auth.listAuthIdentities(where, { relations: ["provider_identities"], take: null })
}

/** Whether a store has somebody else sign in by it, too: Medusa keeps such an identity as well. */
function isOfOthers({ app_metadata }: AuthIdentityDTO): boolean {
  return Object.entries(app_metadata ?? {}).some(
    ([actor, id]) => actor !== "customer_id" && id !== null,
  )
}
