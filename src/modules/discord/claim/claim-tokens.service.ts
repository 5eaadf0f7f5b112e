import type { Keyring } from "../security/keyring"

export interface ClaimTicket {
  claim_id: string
  expires_at: Date
}

const PURPOSE = "order-claim"

/**
 * The token of a claim link: `<claim>.<expiry>.<key>.<signature>`. Made from the claim alone, so that a message that is sent
 * again after a crash carries the same link; nobody makes one without the key, whatever they read in the database.
 */
export function signClaim(keyring: Keyring, { claim_id, expires_at }: ClaimTicket): string {
  const body = `${claim_id}.${expires_at.getTime().toString(36)}`
  return `${body}.${keyring.sign(PURPOSE, body)}`
}

/** @returns what the token says; null when it was tampered with, cut short or signed by a key that is gone */
export function openClaim(keyring: Keyring, token: string): ClaimTicket | null {
  const [claim_id = "", expiry = "", ...signature] = token.split(".")
  if (!keyring.verify(PURPOSE, `${claim_id}.${expiry}`, signature.join("."))) {
    return null
  }
  return { claim_id, expires_at: new Date(parseInt(expiry, 36)) }
}
