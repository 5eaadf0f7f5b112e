import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { SignInFacts } from "../../../modules/discord/application/application.service"
import { SIGN_IN_PROVIDER } from "../../../modules/discord/sign-in/sign-in.rules"
import { parseSignInOptions } from "../../../providers/auth-discord/options"
import { listPendingSignIns } from "./pending-sign-ins"

/** As it stands under the Auth Module in `medusa-config.ts`. */
const declarationSchema = z.object({
  options: z.object({ providers: z.array(z.object({ id: z.string(), options: z.unknown() })) }),
})

/** What the store has of signing in with Discord: the provider's options, and the consents that wait for their customers. */
export async function readSignInFacts(container: MedusaContainer): Promise<SignInFacts> {
  const pending = await listPendingSignIns(container)
  return {
    provider: providerOf(container),
    sealed_consents: pending.map(({ sealed_consent }) => sealed_consent),
  }
}

function providerOf(container: MedusaContainer): SignInFacts["provider"] {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const { data } = declarationSchema.safeParse(modules?.[Modules.AUTH])
  const provider = data?.options.providers.find(({ id }) => id === SIGN_IN_PROVIDER)
  if (!provider) {
    return null
  }
  try {
    const { clientId, callbackUrl } = parseSignInOptions(provider.options)
    return { client_id: clientId, pages: callbackUrl }
  } catch {
    // With wrong options the store would not have started: it is another package's, of the same name.
    return null
  }
}
