import { createPublicKey, verify } from "node:crypto"

/** What stands before the 32 bytes of an Ed25519 key in SPKI (RFC 8410, section 4). */
const SPKI_ED25519 = Buffer.from("302a300506032b6570032100", "hex")
const SIGNATURE = /^[0-9a-f]{128}$/i
const TIMESTAMP = /^\d{1,15}$/
/** Discord sends at once: what is older was recorded by somebody, or one of the two clocks is wrong. */
const MAX_AGE_MS = 5 * 60_000

/** What came, as it came: the signature is over these very bytes. */
export interface SignedRequest {
  body: Buffer
  signature: string
  /** Unix seconds, as text. */
  timestamp: string
}

export type SignatureVerdict = "good" | "wrong" | "stale"

/**
 * Whether Discord sent a request, and just now.
 *
 * @param publicKey hex of the application's key
 * @param now Unix ms
 * @see https://docs.discord.com/developers/events/webhook-events#setting-up-your-endpoint
 */
export function judgeSignature(
  publicKey: string,
  { body, signature, timestamp }: SignedRequest,
  now: number,
): SignatureVerdict {
  if (!SIGNATURE.test(signature) || !TIMESTAMP.test(timestamp)) {
    return "wrong"
  }
  const signed = Buffer.concat([Buffer.from(timestamp), body])
  if (!isSigned(publicKey, signed, Buffer.from(signature, "hex"))) {
    return "wrong"
  }
  return Math.abs(now - Number(timestamp) * 1000) > MAX_AGE_MS ? "stale" : "good"
}

/** An option may be 64 hex digits and no point of the curve: then nothing is signed by it. */
function isSigned(publicKey: string, text: Buffer, signature: Buffer): boolean {
  try {
    const der = Buffer.concat([SPKI_ED25519, Buffer.from(publicKey, "hex")])
    return verify(null, text, createPublicKey({ key: der, format: "der", type: "spki" }), signature)
  } catch {
    return false
  }
}
