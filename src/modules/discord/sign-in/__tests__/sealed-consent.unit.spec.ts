import { Keyring, SealError } from "../../security/keyring"
import { openConsent, sealAnew, sealConsent } from "../sealed-consent"

const keyring = new Keyring([{ id: "default", key: "0f1e".repeat(16) }])
const CONSENT = {
  user: { id: "1", username: "ada", global_name: null, avatar: null },
  tokens: {
    access_token: "access",
    refresh_token: "refresh",
    expires_at: new Date("2026-01-02T03:04:05.000Z"),
    scopes: ["identify"],
  },
}

describe("a consent that waits for its customer", () => {
  it("opens for the Discord user it is of, as it was", () => {
    const sealed_consent = sealConsent(keyring, CONSENT)
    expect(sealed_consent).not.toMatch(/access|refresh|ada/)
    expect(openConsent(keyring, { discord_user_id: "1", sealed_consent })).toEqual(CONSENT)
  })

  it("opens for nobody else, and by no other key", () => {
    const sealed_consent = sealConsent(keyring, CONSENT)
    expect(() => openConsent(keyring, { discord_user_id: "2", sealed_consent })).toThrow(SealError)
    const other = new Keyring([{ id: "default", key: "1e0f".repeat(16) }])
    expect(() => openConsent(other, { discord_user_id: "1", sealed_consent })).toThrow(SealError)
  })
})
describe("a consent that waits while the key is changed", () => {
  const OLD = { id: "2026", key: "0f1e".repeat(16) }
  const NEW = { id: "2027", key: "1e0f".repeat(16) }
  const sealed_consent = sealConsent(new Keyring([OLD]), CONSENT)
  const waiting = { discord_user_id: "1", sealed_consent }

  it("is sealed anew, after which the old key may go", () => {
    const anew = sealAnew(new Keyring([NEW, OLD]), waiting) ?? ""
    const newest = new Keyring([NEW])
    expect(openConsent(newest, { ...waiting, sealed_consent: anew })).toEqual(CONSENT)
    expect(sealAnew(newest, { ...waiting, sealed_consent: anew })).toBeNull()
  })

  it("stays as it is when no key opens it, or when it is another user's", () => {
    expect(sealAnew(new Keyring([NEW]), waiting)).toBeNull()
    const keyring = new Keyring([NEW, OLD])
    expect(sealAnew(keyring, { ...waiting, discord_user_id: "2" })).toBeNull()
  })
})
