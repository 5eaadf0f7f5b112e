import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto"

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex")

/** Made from the secret: an application that is registered anew with its known secrets keeps its public key. */
export function signingKey(clientSecret: string): KeyObject {
  const seed = createHash("sha256").update(clientSecret).digest()
  return createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: "der",
    type: "pkcs8",
  })
}

/** Hex, as the developer portal shows it. */
export function publicKeyOf(privateKey: KeyObject): string {
  // The last 32 bytes of the DER form are the raw key.
  return createPublicKey(privateKey)
    .export({ type: "spki", format: "der" })
    .subarray(-32)
    .toString("hex")
}
