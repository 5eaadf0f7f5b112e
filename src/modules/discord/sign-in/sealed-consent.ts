import { z } from "@medusajs/framework/zod"
import type { Consented } from "../consent/read-consent.service"
import { SealError, type Keyring } from "../security/keyring"

/** A consent that waits, sealed, for the customer it is of. */
export interface SealedConsent {
  discord_user_id: string
  sealed_consent: string
}

const content = z.object({
  username: z.string(),
  global_name: z.string().nullable(),
  avatar: z.string().nullable(),
  access_token: z.string(),
  refresh_token: z.string(),
  expires_at: z.coerce.date(),
  scopes: z.array(z.string()),
})

/** For one Discord user: in the record of another one it does not open. */
export function sealConsent(keyring: Keyring, { user, tokens }: Consented): string {
  const { id, username, global_name, avatar } = user
  return keyring.seal(JSON.stringify({ username, global_name, avatar, ...tokens }), consentOf(id))
}

/** @throws SealError when it was sealed with another key, changed, or is another user's */
export function openConsent(
  keyring: Keyring,
  { discord_user_id, sealed_consent }: SealedConsent,
): Consented {
  const opened = keyring.open(sealed_consent, consentOf(discord_user_id))
  const { username, global_name, avatar, ...tokens } = content.parse(JSON.parse(opened))
  return { user: { id: discord_user_id, username, global_name, avatar }, tokens }
}

/**
 * The same under the newest key, for whoever has not become a customer when the key is changed.
 *
 * @returns null when it is under the newest key already, or no key opens it: then it waits for its key to come back
 */
export function sealAnew(
  keyring: Keyring,
  { discord_user_id, sealed_consent }: SealedConsent,
): string | null {
  if (keyring.ageOf(sealed_consent) !== "older") {
    return null
  }
  const context = consentOf(discord_user_id)
  try {
    return keyring.seal(keyring.open(sealed_consent, context), context)
  } catch (error) {
    if (error instanceof SealError) {
      return null
    }
    throw error
  }
}

function consentOf(discordUserId: string): string {
  return `sign-in:${discordUserId}`
}
