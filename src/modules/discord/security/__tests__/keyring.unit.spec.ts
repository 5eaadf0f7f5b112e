import fc from "fast-check"
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

describe("what is sealed", () => {
  const keyring = new Keyring([NEW, OLD])

  it("opens again, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (secret) => {
        expect(keyring.open(keyring.seal(secret))).toBe(secret)
      }),
    )
  })

  it("does not show the secret, and looks different every time", () => {
    const sealed = keyring.seal("access_token")
    expect(sealed).not.toContain("access_token")
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("access_token")
    expect(keyring.seal("access_token")).not.toBe(sealed)
  })

  it("names the newest key", () => {
    expect(keyring.seal("secret")).toMatch(/^2026\.[\w-]+$/)
  })
})

describe("rotation", () => {
  const sealedOnce = new Keyring([OLD]).seal("secret")

  it("what an old key sealed still opens after a new one came first", () => {
    expect(new Keyring([NEW, OLD]).open(sealedOnce)).toBe("secret")
  })

  it("without the old key it says which one is missing", () => {
    expect(() => new Keyring([NEW]).open(sealedOnce)).toThrow('No encryption key "2025"')
  })

  it("another key under the old name opens nothing", () => {
    expect(() => new Keyring([key("2025", 3)]).open(sealedOnce)).toThrow()
  })
})

describe("what was changed never opens as a guess", () => {
  const keyring = new Keyring([OLD])
  const sealed = keyring.seal("secret")

  it("whichever bit was changed", () => {
    const [id = "", body = ""] = sealed.split(".")
    const length = Buffer.from(body, "base64url").length
    for (let bit = 0; bit < length * 8; bit++) {
      const changed = Buffer.from(body, "base64url")
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => keyring.open(`${id}.${changed.toString("base64url")}`)).toThrow()
    }
  })

  it.each([0, 4, 8, 12, 13, 14, 15])(
    "not with a tag of %i bytes, which is easier to guess",
    (length) => {
      const [id = "", body = ""] = keyring.seal("").split(".")
      const cut = Buffer.from(body, "base64url").subarray(0, 12 + length)
      expect(() => keyring.open(`${id}.${cut.toString("base64url")}`)).toThrow()
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
    expect(() => keyring.open(text)).toThrow()
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

  it("names a key it cannot read, and does not show it", () => {
    const make = () => new Keyring([NEW, { id: "2025", key: "hunter2" }])
    expect(make).toThrow('"2025"')
    expect(make).not.toThrow("hunter2")
  })

  it("shows no key when it is logged", () => {
    const shown = `${inspect(new Keyring([NEW]), { depth: 9, showHidden: true })}${JSON.stringify(new Keyring([NEW]))}`
    expect(shown).not.toContain(NEW.key)
    expect(shown).not.toContain("02 02 02")
  })
})
