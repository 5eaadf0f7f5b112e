import { z } from "@medusajs/framework/zod"
import { canJoin } from "../consent/scopes.rules"

/** The provider's id in a store's `medusa-config.ts`: the Auth Module names its records by it. */
export const SIGN_IN_PROVIDER = "discord"

/** After this a consent that no customer came for is dropped: as long as its access token would have lived. */
const KEPT_MS = 7 * 24 * 60 * 60_000

/** What the plugin keeps in `provider_metadata` of the Auth Module. Null, not left out: the Auth Module merges what it is given. */
const metadataSchema = z.object({
  /** The consent of the last sign-in, until a customer takes it. */
  sealed_consent: z.string().nullish().catch(null),
  /** ISO 8601. */
  consented_at: z.coerce.date().nullish().catch(null),
  /** The customer whom a sign-in has connected, or found connected. */
  connected_customer_id: z.string().nullish().catch(null),
})
export type SignInMetadata = z.output<typeof metadataSchema>

/** Reads what a sign-in left; of anything else nothing. */
export function signInMetadata(of: unknown): SignInMetadata {
  return metadataSchema.catch({}).parse(of ?? {})
}

/** Whether nobody will come for a consent any more. One without a date was not written by the provider. */
export function isAbandoned({ consented_at }: SignInMetadata, now: Date): boolean {
  return !consented_at || consented_at.getTime() < now.getTime() - KEPT_MS
}

/** The account that a customer is linked to now. */
export interface LinkedAccount {
  discord_user_id: string
  status: string
  scopes: string[]
  has_tokens: boolean
}

export interface SignInFacts {
  /** Null when the customer has not connected Discord. */
  linked: LinkedAccount | null
  /** Whether an earlier sign-in connected this customer, or found them connected. */
  connected_before: boolean
  discord_user_id: string
  scopes: readonly string[]
}

/** What a sign-in does to a customer's connection. */
export type SignInEffect =
  | "connect"
  /** Nothing is new but the tokens. */
  | "renew"
  /** What is stored is better: this consent allows less. */
  | "keep"
  | "other_account"
  | "stays_disconnected"

/**
 * What a sign-in does to a customer's connection. It connects whom nobody has connected, and mends what is broken; what the customer
 * has chosen in the store, another account or none, it never undoes.
 */
export function signInEffect(facts: SignInFacts): SignInEffect {
  const { linked, connected_before, discord_user_id, scopes } = facts
  if (!linked) {
    return connected_before ? "stays_disconnected" : "connect"
  }
  if (linked.discord_user_id !== discord_user_id) {
    return "other_account"
  }
  if (linked.status !== "linked" || !linked.has_tokens) {
    return "connect"
  }
  if (canJoin(scopes) === canJoin(linked.scopes)) {
    return "renew"
  }
  // Who may be brought into servers from now on may have roles to get.
  return canJoin(scopes) ? "connect" : "keep"
}
