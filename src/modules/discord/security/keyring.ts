import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto"
import { isSameToken } from "./one-time"

export const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Marks what was sealed for one purpose and row; seals of the first versions have no mark, and open anywhere. */
const BOUND = "1"

/**
 * Reads an encryption key.
 *
 * @param text 32 bytes as hex or base64
 * @returns the key, or null when the text is neither
 */
export function decodeKey(text: string): Buffer | null {
  const trimmed = text.trim()
  if (/^[0-9a-f]{64}$/i.test(trimmed)) {
    return Buffer.from(trimmed, "hex")
  }
  const bytes = /^[A-Za-z0-9+/_-]+=*$/.test(trimmed) ? Buffer.from(trimmed, "base64") : null
  return bytes?.length === KEY_BYTES ? bytes : null
}

/** Whether a key is one that nobody drew: one byte over and over, as in an example or an empty disk. */
export function isMonotonous(key: Buffer): boolean {
  return key.every((byte) => byte === key[0])
}

/** A seal cannot be opened: its key is gone, or has other bytes by now. */
export class SealError extends Error {
  override readonly name = "SealError"
}

/**
 * Seals secrets for the database with AES-256-GCM, and signs what leaves the store. What it makes names its key
 * (`<key id>.<base64url>.1`), so keys rotate by putting a new one first: the old ones still open and verify theirs.
 */
export class Keyring {
  readonly #keys: Map<string, Buffer>
  readonly #newest: { id: string; key: Buffer }

  /** @param keys newest first; throws when one is not 32 bytes as hex or base64 */
  constructor(keys: readonly { id: string; key: string }[]) {
    const decoded = keys.map(({ id, key }) => ({ id, key: requireKey(id, key) }))
    const [newest] = decoded
    if (!newest) {
      throw new Error("A keyring needs at least one key: encryptionKey names none")
    }
    this.#newest = newest
    this.#keys = new Map(decoded.map(({ id, key }) => [id, key]))
    if (this.#keys.size !== keys.length) {
      throw new Error("Two keys of encryptionKey have one id")
    }
  }

  /** How everything begins and ends that the newest key seals: `<key id>.1`. */
  get newestMark(): string {
    return `${this.#newest.id}.${BOUND}`
  }

  /** Whether there is a key of this id. */
  knows(keyId: string): boolean {
    return this.#keys.has(keyId)
  }

  /** Whether a seal is under the newest key, under another one that is still there, or under one that is not. */
  ageOf(sealed: string): "newest" | "older" | "lost" {
    const [id = "", , mark = ""] = sealed.split(".")
    if (!this.knows(id)) {
      return "lost"
    }
    return `${id}.${mark}` === this.newestMark ? "newest" : "older"
  }

  /** @param context the purpose and the row it is sealed for: it opens for no other (RFC 5116, associated data) */
  seal(plaintext: string, context: string): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv("aes-256-gcm", this.#newest.key, iv)
    cipher.setAAD(Buffer.from(context, "utf8"))
    const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()])
    const bytes = Buffer.concat([iv, cipher.getAuthTag(), body])
    return `${this.#newest.id}.${bytes.toString("base64url")}.${BOUND}`
  }

  /**
   * @param context what it was sealed for
   * @throws SealError when the key is gone, the text was changed or it was sealed for something else: never returns a guess
   */
  open(sealed: string, context: string): string {
    const [id = "", body = "", mark] = sealed.split(".")
    const key = this.#keys.get(id)
    if (!key) {
      throw new SealError(
        `No encryption key "${id}": keep the old key in encryptionKey while it is in use`,
      )
    }
    const bytes = Buffer.from(body, "base64url")
    try {
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      if (mark === BOUND) {
        decipher.setAAD(Buffer.from(context, "utf8"))
      }
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      const plaintext = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]
      return Buffer.concat(plaintext).toString("utf8")
    } catch {
      throw new SealError(
        `Encryption key "${id}" does not open what was sealed under its id: the key has other bytes now, or the row was changed. Give a new key an id of its own, in front of the old one.`,
      )
    }
  }

  /** @param purpose what the signature is good for: it says nothing anywhere else */
  sign(purpose: string, text: string): string {
    const { id, key } = this.#newest
    return `${id}.${mac(key, purpose, text).toString("base64url")}`
  }

  verify(purpose: string, text: string, signature: string): boolean {
    const [id = "", given = ""] = signature.split(".")
    const key = this.#keys.get(id)
    if (!key) {
      return false
    }
    return isSameToken(given, mac(key, purpose, text).toString("base64url"))
  }
}

/** With a key of its own for each purpose (RFC 5869): the one that seals never signs. */
function mac(key: Buffer, purpose: string, text: string): Buffer {
  const signingKey = hkdfSync("sha256", key, "", `discord-roles:${purpose}`, KEY_BYTES)
  return createHmac("sha256", Buffer.from(signingKey)).update(text, "utf8").digest()
}

function requireKey(id: string, text: string): Buffer {
  const key = decodeKey(text)
  if (!key) {
    throw new Error(`encryptionKey: key "${id}" is not ${KEY_BYTES} bytes as hex or base64`)
  }
  return key
}
