import { createHash, randomBytes, timingSafeEqual } from "node:crypto"

/** 256 random bits as text that needs no escaping in URLs and cookies. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url")
}

/** What the database keeps of a random token: enough to recognise it, not enough to use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url")
}

/** Whether two texts are the same, told in a time that says nothing of where they differ. */
export function isSameToken(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The PKCE S256 challenge of a verifier (RFC 7636, section 4.2). */
export function pkceChallenge(verifier: string): string {
  return createHash("sha256").update(verifier, "ascii").digest("base64url")
}
