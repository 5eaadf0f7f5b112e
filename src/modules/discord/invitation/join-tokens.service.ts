import type { Keyring } from "../security/keyring"
import { openTicket, signTicket } from "../security/tickets"

/** Who may follow a join link, and where it leads. */
export interface JoinTicket {
  server_id: string
  customer_id: string
}

const PURPOSE = "join-server"
const HOUR_MS = 60 * 60_000

/**
 * The token of a join link, good for one to two hours: it ends with an hour, so that a page that is loaded again within one
 * shows the same link.
 */
export function signJoin(
  keyring: Keyring,
  { server_id, customer_id }: JoinTicket,
  now = Date.now(),
): string {
  const expires_at = new Date((Math.floor(now / HOUR_MS) + 2) * HOUR_MS)
  return signTicket(keyring, PURPOSE, { subject: `${server_id}.${customer_id}`, expires_at })
}

/** @returns what the token says; null when it was tampered with, is too old, or was signed by a key that is gone */
export function openJoin(keyring: Keyring, token: string, now = Date.now()): JoinTicket | null {
  const ticket = openTicket(keyring, PURPOSE, token)
  if (!ticket || ticket.expires_at.getTime() <= now) {
    return null
  }
  const [server_id = "", ...customer] = ticket.subject.split(".")
  return { server_id, customer_id: customer.join(".") }
}
