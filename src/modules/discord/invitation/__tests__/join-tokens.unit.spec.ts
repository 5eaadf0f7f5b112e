import { Keyring } from "../../security/keyring"
import { openJoin, signJoin } from "../join-tokens.service"

const keyring = new Keyring([{ id: "2026", key: Buffer.alloc(32, 7).toString("hex") }])
const NOW = Date.parse("2026-12-24T18:20:00Z")
const MINUTE = 60_000
const TICKET = { server_id: "dserv_1", customer_id: "cus_1" }

it("says whose it is and where it leads, whatever the customer's id is made of", () => {
  for (const customer_id of ["cus_1", "cus.with.dots", "x"]) {
    const ticket = { ...TICKET, customer_id }
    expect(openJoin(keyring, signJoin(keyring, ticket, NOW), NOW)).toEqual(ticket)
  }
})

it("is the same within an hour, and good for one to two", () => {
  const token = signJoin(keyring, TICKET, NOW)
  expect(signJoin(keyring, TICKET, NOW + 39 * MINUTE)).toBe(token)
  expect(signJoin(keyring, TICKET, NOW + 40 * MINUTE)).not.toBe(token)
  expect(openJoin(keyring, token, NOW + 100 * MINUTE - 1)).toEqual(TICKET)
  expect(openJoin(keyring, token, NOW + 100 * MINUTE)).toBeNull()
})

it("is nothing once any of its characters was changed, nor made for something else", () => {
  const token = signJoin(keyring, TICKET, NOW)
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "A" ? "B" : "A"
    expect(openJoin(keyring, token.slice(0, at) + other + token.slice(at + 1), NOW)).toBeNull()
  }
  const body = token.split(".").slice(0, 3).join(".")
  expect(openJoin(keyring, `${body}.${keyring.sign("order-claim", body)}`, NOW)).toBeNull()
})
