import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  isAbandoned,
  SIGN_IN_PROVIDER,
  signInMetadata,
} from "../../../modules/discord/sign-in/sign-in.rules"
import type { CustomerSignIn } from "../../../modules/discord/sign-in/sign-in.service"

/** A sign-in whose consent waits in the Auth Module, and whose it is by now. */
export interface PendingSignIn extends Omit<CustomerSignIn, "customer_id"> {
  provider_identity_id: string
  auth_identity_id: string
  /** Null while nobody has become a customer by it. */
  customer_id: string | null
  abandoned: boolean
}

const identitySchema = z.object({
  id: z.string(),
  entity_id: z.string(),
  provider_metadata: z.unknown(),
  auth_identity: z.object({
    id: z.string(),
    app_metadata: z.object({ customer_id: z.string().nullish() }).nullish(),
  }),
})

/**
 * Sign-ins whose consent nobody has taken yet.
 *
 * @param filters whose; everybody's when left out
 * @param page of all there are, by id
 */
export async function listPendingSignIns(
  container: MedusaContainer,
  filters: { auth_identity_id?: string } = {},
  page: { after: string; limit: number | null } = { after: "", limit: null },
): Promise<PendingSignIn[]> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const where: object = {
    ...filters,
    provider: SIGN_IN_PROVIDER,
    id: { $gt: page.after },
    provider_metadata: { sealed_consent: { $ne: null } },
  }
  const found: unknown[] = await auth.listProviderIdentities(where, {
    relations: ["auth_identity"],
    order: { id: "ASC" },
    take: page.limit,
  })
  const now = new Date()
  return found
    .map((identity) => identitySchema.parse(identity))
    .flatMap(({ id, entity_id, provider_metadata, auth_identity }) => {
      const metadata = signInMetadata(provider_metadata)
      const customer_id = auth_identity.app_metadata?.customer_id ?? null
      return metadata.sealed_consent
        ? {
            provider_identity_id: id,
            auth_identity_id: auth_identity.id,
            customer_id,
            discord_user_id: entity_id,
            sealed_consent: metadata.sealed_consent,
            connected_before:
              customer_id !== null && metadata.connected_customer_id === customer_id,
            abandoned: isAbandoned(metadata, now),
          }
        : []
    })
}

/**
 * Takes a consent out of the Auth Module.
 *
 * @param connectedCustomerId the customer whom it connected, or found connected; left out when it connected nobody
 */
export async function dropConsent(
  container: MedusaContainer,
  { provider_identity_id }: Pick<PendingSignIn, "provider_identity_id">,
  connectedCustomerId?: string,
): Promise<void> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  await auth.updateProviderIdentities([
    {
      id: provider_identity_id,
      provider_metadata: {
        sealed_consent: null,
        consented_at: null,
        ...(connectedCustomerId !== undefined && { connected_customer_id: connectedCustomerId }),
      },
    },
  ])
}

/** Puts the same consent under another seal, unless it was taken or renewed meanwhile. */
export async function replaceConsent(
  container: MedusaContainer,
  { provider_identity_id: id, sealed_consent: former }: PendingSignIn,
  sealed_consent: string,
): Promise<void> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const [unchanged] = await auth.listProviderIdentities({
    id: [id],
    provider_metadata: { sealed_consent: former },
  })
  if (unchanged) {
    await auth.updateProviderIdentities([{ id, provider_metadata: { sealed_consent } }])
  }
}
