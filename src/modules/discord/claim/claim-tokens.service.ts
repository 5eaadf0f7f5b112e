import type { Keyring } from "../security/keyring"
import { openTicket, signTicket } from "../security/tickets"

export interface ClaimTicket {
  claim_id: string
  expires_at: Date
}

const PURPOSE = "order-claim"

/** The token of a claim link: a message that is sent again after a crash carries the same one. */
export function signClaim(keyring: Keyring, { claim_id, expires_at }: ClaimTicket): string {
  return signTicket(keyring, PURPOSE, { subject: claim_id, expires_at })
}

/** @returns what the token says; null when it was tampered with, cut short or signed by a key that is gone */
export function openClaim(keyring: Keyring, token: string): ClaimTicket | null {
  const ticket = openTicket(keyring, PURPOSE, token)
  return ticket && { claim_id: ticket.subject, expires_at: ticket.expires_at }
}
