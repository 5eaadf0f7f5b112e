import { generateKeyPairSync, sign } from "node:crypto"
import { judgeSignature } from "../signature.rules"

const NOW = 1_800_000_000_000
const SECONDS = String(NOW / 1000)
const { privateKey, publicKey } = generateKeyPairSync("ed25519")
const KEY = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("hex")
const body = Buffer.from('{"type":0}')
const signed = (timestamp: string, text = body) =>
  sign(null, Buffer.concat([Buffer.from(timestamp), text]), privateKey).toString("hex")
const good = { body, timestamp: SECONDS, signature: signed(SECONDS) }

describe("the signature of a webhook event", () => {
  it("is good over the bytes that came", () => {
    expect(judgeSignature(KEY, good, NOW)).toBe("good")
    expect(judgeSignature(KEY.toUpperCase(), good, NOW)).toBe("good")
  })

  it.each([
    ["a body that was changed", { ...good, body: Buffer.from('{"type": 0}') }],
    ["another time", { ...good, timestamp: String(NOW / 1000 + 1) }],
    [
      "a bit that was turned",
      { ...good, signature: good.signature.replace(/.$/, (hex) => (hex === "0" ? "1" : "0")) },
    ],
    ["none", { ...good, signature: "" }],
    ["one that is too long", { ...good, signature: `${good.signature}00` }],
    ["no hex", { ...good, signature: "z".repeat(128) }],
    ["no time", { ...good, timestamp: "" }],
    ["a time that is none, though signed", { ...good, timestamp: "now", signature: signed("now") }],
  ])("is wrong: %s", (_case, request) => {
    expect(judgeSignature(KEY, request, NOW)).toBe("wrong")
  })

  it("is wrong by any key that is not a point, or not the application's", () => {
    expect(judgeSignature("f".repeat(64), good, NOW)).toBe("wrong")
    expect(judgeSignature("00".repeat(31), good, NOW)).toBe("wrong")
    const other = generateKeyPairSync("ed25519").publicKey
    const key = other.export({ type: "spki", format: "der" }).subarray(-32).toString("hex")
    expect(judgeSignature(key, good, NOW)).toBe("wrong")
  })

  it.each([
    [0, "good"],
    [300, "good"],
    [-300, "good"],
    [301, "stale"],
    [-301, "stale"],
  ])("that was made %d seconds from now is %s", (seconds, verdict) => {
    expect(judgeSignature(KEY, good, NOW + seconds * 1000)).toBe(verdict)
  })
})
