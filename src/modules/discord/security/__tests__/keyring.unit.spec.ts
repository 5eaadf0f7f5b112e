import fc from "fast-check"
import { createCipheriv, randomBytes } from "node:crypto"
import { inspect } from "node:util"
import { decodeKey, Keyring } from "../keyring"

const bytes = (fill: number, length = 32) => Buffer.alloc(length, fill)
const key = (id: string, fill: number) => ({ id, key: bytes(fill).toString("hex") })
const [OLD, NEW] = [key("2025", 1), key("2026", 2)]

describe("reading a key", () => {
  it.each([
    ["hex", bytes(0xab).toString("hex")],
    ["hex in capitals", bytes(0xab).toString("hex").toUpperCase()],
    ["base64", bytes(0xab).toString("base64")],
    ["base64 without its padding", bytes(0xab).toString("base64").replace(/=+$/, "")],
    ["base64url", bytes(0xab).toString("base64url")],
    ["hex with the line break a file ends in", `${bytes(0xab).toString("hex")}\n`],
  ])("takes 32 bytes as %s", (_case, text) => {
    expect(decodeKey(text)).toEqual(bytes(0xab))
  })

  it.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["one byte as hex", "a7"],
    ["one byte as base64", "pw=="],
    ["one character", "k"],
    ["31 bytes as hex", bytes(1, 31).toString("hex")],
    ["33 bytes as hex", bytes(1, 33).toString("hex")],
    ["16 bytes as hex", bytes(1, 16).toString("hex")],
    ["31 bytes as base64", bytes(1, 31).toString("base64")],
    ["33 bytes as base64", bytes(1, 33).toString("base64")],
    ["a pass phrase", "correct horse battery staple"],
    ["64 characters that are not all hex", `${"a".repeat(63)}g`],
    ["text with signs that no encoding has", `${"a".repeat(42)}!`],
  ])("refuses %s", (_case, text) => {
    expect(decodeKey(text)).toBeNull()
  })
})

const ROW = "token:dacc_1"

/** As the first versions sealed: for no row. */
function sealUnbound({ id, key }: { id: string; key: string }, plaintext: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "hex"), iv)
  const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()])
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`
}

describe("what is sealed", () => {
  const keyring = new Keyring([NEW, OLD])

  it("opens again, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (secret) => {
        expect(keyring.open(keyring.seal(secret, ROW), ROW)).toBe(secret)
      }),
    )
  })

  it("does not show the secret, and looks different every time", () => {
    const sealed = keyring.seal("access_token", ROW)
    expect(sealed).not.toContain("access_token")
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("access_token")
    expect(keyring.seal("access_token", ROW)).not.toBe(sealed)
  })

  it("names the newest key", () => {
    expect(keyring.seal("secret", ROW)).toMatch(/^2026\.[\w-]+\.1$/)
  })
})

describe("what is sealed for one row", () => {
  const keyring = new Keyring([OLD])
  const sealed = keyring.seal("secret", ROW)

  it.each(["token:dacc_2", "verifier:dacc_1", "", "token:dacc_1 "])(
    "does not open for %j",
    (other) => {
      expect(() => keyring.open(sealed, other)).toThrow("does not open")
    },
  )

  it("does not open without its mark, as if it were of the first versions", () => {
    expect(() => keyring.open(sealed.replace(/\.1$/, ""), ROW)).toThrow("does not open")
  })

  it("of the first versions it still opens", () => {
    expect(keyring.open(sealUnbound(OLD, "secret"), ROW)).toBe("secret")
  })
})

describe("rotation", () => {
  const sealedOnce = new Keyring([OLD]).seal("secret", ROW)

  it("what an old key sealed still opens after a new one came first", () => {
    expect(new Keyring([NEW, OLD]).open(sealedOnce, ROW)).toBe("secret")
  })

  it("without the old key it says which one is missing", () => {
    expect(() => new Keyring([NEW]).open(sealedOnce, ROW)).toThrow('No encryption key "2025"')
  })

  it("another key under the old name opens nothing, and says what to do", () => {
    expect(() => new Keyring([key("2025", 3)]).open(sealedOnce, ROW)).toThrow(
      'Encryption key "2025" does not open what was sealed under its id: the key has other bytes now',
    )
  })
})

describe("what was changed never opens as a guess", () => {
  const keyring = new Keyring([OLD])
  const sealed = keyring.seal("secret", ROW)

  it("whichever bit was changed", () => {
    const [id = "", body = ""] = sealed.split(".")
    const length = Buffer.from(body, "base64url").length
    for (let bit = 0; bit < length * 8; bit++) {
      const changed = Buffer.from(body, "base64url")
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => keyring.open(`${id}.${changed.toString("base64url")}.1`, ROW)).toThrow()
    }
  })

  it.each([0, 4, 8, 12, 13, 14, 15])(
    "not with a tag of %i bytes, which is easier to guess",
    (length) => {
      const [id = "", body = ""] = keyring.seal("", ROW).split(".")
      const cut = Buffer.from(body, "base64url").subarray(0, 12 + length)
      expect(() => keyring.open(`${id}.${cut.toString("base64url")}.1`, ROW)).toThrow()
    },
  )

  it.each([
    ["empty text", ""],
    ["the key's name alone", "2025"],
    ["the key's name and nothing", "2025."],
    ["a text that was cut", sealed.slice(0, -4)],
    ["a text cut inside the tag", sealed.slice(0, 30)],
    ["a text without its key's name", sealed.split(".")[1] ?? ""],
    ["plain text", "a token from before encryption"],
  ])("not %s", (_case, text) => {
    expect(() => keyring.open(text, ROW)).toThrow()
  })
})

describe("a keyring", () => {
  it("needs a key", () => {
    expect(() => new Keyring([])).toThrow("at least one key")
  })

  it("refuses two keys of one id: only one of them could open what the other sealed", () => {
    expect(() => new Keyring([OLD, key("2025", 2)])).toThrow("one id")
    expect(() => new Keyring([NEW, OLD, OLD])).toThrow("one id")
  })

  it.each([
    ["one byte as hex", "a7"],
    ["one byte as base64", "pw=="],
    ["a word", "hunter2"],
    ["31 bytes", bytes(0xa7, 31).toString("hex")],
  ])("names the option and the key it cannot read, and does not show it: %s", (_case, short) => {
    const make = () => new Keyring([NEW, { id: "2025", key: short }])
    expect(make).toThrow('encryptionKey: key "2025" is not 32 bytes')
    expect(make).not.toThrow(short)
  })

  it("shows no key when it is logged", () => {
    const shown = `${inspect(new Keyring([NEW]), { depth: 9, showHidden: true })}${JSON.stringify(new Keyring([NEW]))}`
    expect(shown).not.toContain(NEW.key)
    expect(shown).not.toContain("02 02 02")
  })
})
