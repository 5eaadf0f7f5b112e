import { openClaim, signClaim } from "../claim-tokens.service"
import { Keyring } from "../../security/keyring"

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill).toString("hex") })
const [OLD, NEW] = [key("2025", 1), key("2026", 2)]
const TICKET = { claim_id: "dclaim_1", expires_at: new Date("2026-12-24T18:00:00Z") }

it("a token says what was signed, and is the same each time", () => {
  const token = signClaim(new Keyring([NEW]), TICKET)
  expect(openClaim(new Keyring([NEW]), token)).toEqual(TICKET)
  expect(signClaim(new Keyring([NEW]), TICKET)).toBe(token)
})

it("a token outlives a rotation as long as its key is kept", () => {
  const token = signClaim(new Keyring([OLD]), TICKET)
  expect(openClaim(new Keyring([NEW, OLD]), token)).toEqual(TICKET)
  expect(openClaim(new Keyring([NEW]), token)).toBeNull()
})

it("no character of a token can be changed, left out or added", () => {
  const keyring = new Keyring([NEW])
  const token = signClaim(keyring, TICKET)
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "A" ? "B" : "A"
    expect(openClaim(keyring, token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
    expect(openClaim(keyring, token.slice(0, at) + token.slice(at + 1))).toBeNull()
  }
  expect(openClaim(keyring, `${token}A`)).toBeNull()
})

it("a signature of another purpose is none", () => {
  const keyring = new Keyring([NEW])
  const body = `${TICKET.claim_id}.${TICKET.expires_at.getTime().toString(36)}`
  expect(openClaim(keyring, `${body}.${keyring.sign("something-else", body)}`)).toBeNull()
})
