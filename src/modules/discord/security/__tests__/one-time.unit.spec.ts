import { readFileSync } from "node:fs"
import path from "node:path"
import { hashToken, pkceChallenge, randomToken, isSameToken } from "../one-time"

describe("a random token", () => {
  it("carries 256 bits in characters that need no escaping", () => {
    const token = randomToken()
    expect(Buffer.from(token, "base64url")).toHaveLength(32)
    expect(encodeURIComponent(token)).toBe(token)
  })

  it("is long enough for a PKCE verifier, and made of its characters", () => {
    expect(randomToken()).toMatch(/^[A-Za-z0-9._~-]{43,128}$/)
  })

  it("is never the same twice", () => {
    expect(new Set(Array.from({ length: 1_000 }, randomToken)).size).toBe(1_000)
  })
})

describe("what is kept of a token", () => {
  it.each([
    // Test vectors of FIPS 180-2.
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ])("is the SHA-256 of %j", (token, hex) => {
    expect(Buffer.from(hashToken(token), "base64url").toString("hex")).toBe(hex)
  })

  it("recognises the token and does not show it", () => {
    const token = randomToken()
    expect(hashToken(token)).toBe(hashToken(token))
    expect(hashToken(token)).not.toBe(hashToken(randomToken()))
    expect(hashToken(token)).not.toContain(token)
  })
})

describe("two tokens", () => {
  it.each([
    ["abc", "abc", true],
    ["abc", "abd", false],
    ["abc", "ab", false],
    ["", "", true],
    ["é", "e", false],
  ])("%j and %j are the same: %s", (one, other, same) => {
    expect(isSameToken(one, other)).toBe(same)
  })

  it("are compared in constant time, wherever a secret that somebody brings is compared", () => {
    const src = path.resolve(__dirname, "../../../..")
    const comparing = [
      "modules/discord/consent/authorizations.service.ts",
      "api/discord/account/actions.ts",
      "modules/discord/security/keyring.ts",
    ]
    for (const file of comparing) {
      const source = readFileSync(path.join(src, file), "utf8")
      expect([file, source.includes("isSameToken(")]).toEqual([file, true])
      expect([
        file,
        /(?:token|hash|signature|mac)\w*(?:\([^)]*\))? [!=]== (?!null|undefined|"")/i.exec(
          source,
        )?.[0],
      ]).toEqual([file, undefined])
    }
  })
})

describe("the PKCE challenge", () => {
  it("is the one of RFC 7636, appendix B", () => {
    expect(pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    )
  })
})
