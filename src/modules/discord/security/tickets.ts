import type { Keyring } from "./keyring"

/** What a link of the store's is good for, and until when. */
export interface Ticket {
  /** Anything that stands in an address as it is. */
  subject: string
  expires_at: Date
}

/**
 * The token of a link: `<subject>.<expiry>.<key>.<signature>`. Made from what it says alone, so nothing is stored, and it is the
 * same each time; nobody makes one without the key, whatever they read in the database.
 *
 * @param purpose what the link is for: it is good for nothing else
 */
export function signTicket(
  keyring: Keyring,
  purpose: string,
  { subject, expires_at }: Ticket,
): string {
  const body = `${subject}.${expires_at.getTime().toString(36)}`
  return `${body}.${keyring.sign(purpose, body)}`
}

/** @returns what the token says; null when it was tampered with, cut short or signed by a key that is gone */
export function openTicket(keyring: Keyring, purpose: string, token: string): Ticket | null {
  const parts = token.split(".")
  const [expiry = "", ...signature] = parts.slice(-3)
  const subject = parts.slice(0, -3).join(".")
  if (!keyring.verify(purpose, `${subject}.${expiry}`, signature.join("."))) {
    return null
  }
  return { subject, expires_at: new Date(parseInt(expiry, 36)) }
}
