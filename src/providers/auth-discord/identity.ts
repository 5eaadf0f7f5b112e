import type { AuthIdentityDTO, AuthIdentityProviderService } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { exchangeConsent } from "../../modules/discord/consent/read-consent.service"
import type { Keyring } from "../../modules/discord/security/keyring"
import { sealConsent } from "../../modules/discord/sign-in/sealed-consent"
import { SIGN_IN_PROVIDER, signInMetadata } from "../../modules/discord/sign-in/sign-in.rules"

type Identities = Pick<AuthIdentityProviderService, "retrieve" | "create" | "update">
type Given = Awaited<ReturnType<typeof exchangeConsent>>

/**
 * Finds or makes the identity of the Discord user who consented, with who they are now. Their consent waits in it, sealed: the two are
 * stored in one row, so what Medusa has answered is never lost.
 */
export async function saveIdentity(
  identities: Identities,
  keyring: Keyring,
  consent: Given,
): Promise<AuthIdentityDTO> {
  const { id } = consent.user
  const known = await find(identities, id)
  if (known) {
    return identities.update(id, contentOf(keyring, consent, known))
  }
  try {
    return await identities.create({ entity_id: id, ...contentOf(keyring, consent, null) })
  } catch (error) {
    // From another tab at the same moment: then it is there by now.
    const meanwhile = await find(identities, id)
    if (!meanwhile) {
      throw error
    }
    return identities.update(id, contentOf(keyring, consent, meanwhile))
  }
}

async function find(identities: Identities, entity_id: string): Promise<AuthIdentityDTO | null> {
  try {
    return await identities.retrieve({ entity_id })
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) {
      return null
    }
    throw error
  }
}

/** Medusa puts `user_metadata` into the customer's token: only what they may read there. An e-mail address only if it is verified. */
function contentOf(keyring: Keyring, { user, tokens }: Given, known: AuthIdentityDTO | null) {
  const { verified_email: email, ...shown } = user
  const own = known?.provider_identities?.find(({ provider }) => provider === SIGN_IN_PROVIDER)
  const { connected_customer_id = null } = signInMetadata(own?.provider_metadata)
  return {
    user_metadata: {
      discord_user_id: user.id,
      username: user.username,
      name: user.global_name ?? user.username,
      email,
    },
    provider_metadata: {
      sealed_consent: sealConsent(keyring, { user: shown, tokens }),
      consented_at: new Date().toISOString(),
      connected_customer_id,
    },
  }
}
