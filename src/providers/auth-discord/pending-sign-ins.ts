import type { AuthIdentityProviderService } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { SealError, type Keyring } from "../../modules/discord/security/keyring"
import { hashToken, pkceChallenge, randomToken } from "../../modules/discord/security/one-time"

/** As long as the other ways to Discord. */
const LIFETIME_SECONDS = 600

type States = Pick<AuthIdentityProviderService, "setState" | "getState">

/** What is kept of somebody who is at Discord, under a key that no other provider's state can have. */
const pendingSchema = z.object({ callback_url: z.string(), sealed_verifier: z.string() })

/** @returns what Discord's page is asked for with */
export async function beginSignIn(
  states: States,
  keyring: Keyring,
  callback_url: string,
): Promise<{ state: string; code_challenge: string }> {
  const [state, verifier] = [randomToken(), randomToken()]
  const key = keyOf(state)
  const pending = { callback_url, sealed_verifier: keyring.seal(verifier, key) }
  await states.setState(key, pending, LIFETIME_SECONDS)
  return { state, code_challenge: pkceChallenge(verifier) }
}

/**
 * Uses a state up.
 *
 * @returns null when it is unknown, used, too old or of something else, or its key was taken out meanwhile
 */
export async function takeSignIn(
  states: States,
  keyring: Keyring,
  state: string,
): Promise<{ callback_url: string; verifier: string } | null> {
  const key = keyOf(state)
  const { success, data } = pendingSchema.safeParse(await states.getState(key))
  if (!success) {
    return null
  }
  try {
    const { callback_url, sealed_verifier } = data
    return { callback_url, verifier: keyring.open(sealed_verifier, key) }
  } catch (error) {
    if (error instanceof SealError) {
      return null
    }
    throw error
  }
}

/** Who reads the cache learns no state. */
function keyOf(state: string): string {
  return `discord-sign-in:${hashToken(state)}`
}
