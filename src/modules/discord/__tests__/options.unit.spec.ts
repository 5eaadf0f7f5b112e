import { MedusaError } from "@medusajs/framework/utils"
import { parseOptions } from "../options"

const HEX_KEY = "0f".repeat(32)
const BASE64_KEY = Buffer.alloc(32, 7).toString("base64")
const SECRETS = { clientSecret: "s3cr3t-of-oauth", botToken: "t0ken.of.the-bot" }

const GIVEN = {
  clientId: "112233445566778899",
  ...SECRETS,
  encryptionKey: HEX_KEY,
  backendUrl: "https://api.store.example",
  redirectUrls: ["https://store.example/account"],
}

const parse = (over: Record<string, unknown> = {}) => parseOptions({ ...GIVEN, ...over })
const without = (name: string) => parse({ [name]: undefined })

function refusal(raw: unknown): MedusaError {
  try {
    parseOptions(raw)
  } catch (error) {
    if (error instanceof MedusaError) {
      return error
    }
    throw error
  }
  throw new Error("The options were accepted")
}
const refusalOf = (over: Record<string, unknown>) => refusal({ ...GIVEN, ...over }).message

describe("the defaults", () => {
  it("are the documented ones", () => {
    expect(parse()).toEqual({
      ...GIVEN,
      encryptionKey: [{ id: "default", key: HEX_KEY }],
      apiUrl: "https://discord.com/api",
      webUrl: "https://discord.com",
      grantOn: "authorized",
      revokeOnRefund: "full",
      notifications: {},
      activityRetentionDays: 90,
      requestsPerSecond: 45,
    })
  })

  it.each([
    ["apiUrl", "http://127.0.0.1:4010/api"],
    ["webUrl", "http://127.0.0.1:4010"],
    ["grantOn", "captured"],
    ["revokeOnRefund", "any"],
    ["revokeOnRefund", "never"],
    ["requestsPerSecond", 1],
    ["requestsPerSecond", 50],
    ["publicKey", "ab".repeat(32)],
    ["notifications", { connect: { channel: "email", template: "discord-connect" } }],
    ["notifications", { connect: { channel: "email", template: "t" }, reminderDays: 3 }],
  ])("%s can be set to %s", (name, value) => {
    expect(parse({ [name]: value })).toMatchObject({ [name]: value })
  })
})

describe("what is forgiven", () => {
  it.each([
    ["backendUrl", "https://api.store.example/", "https://api.store.example"],
    ["backendUrl", "https://store.example/medusa//", "https://store.example/medusa"],
    ["apiUrl", "https://proxy.example/api/", "https://proxy.example/api"],
    ["webUrl", "https://discord.com/", "https://discord.com"],
    ["botToken", " t0ken\n", "t0ken"],
    ["clientSecret", " s3cr3t ", "s3cr3t"],
  ])("%s %j is read as %j", (name, value, expected) => {
    expect(parse({ [name]: value })).toMatchObject({ [name]: expected })
  })
})

describe("the encryption key", () => {
  it.each([
    ["hex", HEX_KEY, [{ id: "default", key: HEX_KEY }]],
    ["base64", BASE64_KEY, [{ id: "default", key: BASE64_KEY }]],
    [
      "a list, newest first",
      [
        { id: "2026", key: BASE64_KEY },
        { id: "default", key: HEX_KEY },
      ],
      [
        { id: "2026", key: BASE64_KEY },
        { id: "default", key: HEX_KEY },
      ],
    ],
  ])("may be %s", (_case, encryptionKey, expected) => {
    expect(parse({ encryptionKey }).encryptionKey).toEqual(expected)
  })

  it.each([
    ["missing", undefined],
    ["empty", ""],
    ["too short", "0f".repeat(16)],
    ["a pass phrase", "correct horse battery staple"],
    ["a list with a bad key", [{ id: "2026", key: "short" }]],
    ["a list with a key that has no name", [{ key: HEX_KEY }]],
    ["a number", 42],
  ])("may not be %s, and the error says how to make one", (_case, encryptionKey) => {
    expect(refusalOf({ encryptionKey })).toMatch(/- encryptionKey.*openssl rand -hex 32/)
  })
})

it("two encryption keys may not share an id", () => {
  const encryptionKey = [
    { id: "2026", key: HEX_KEY },
    { id: "2026", key: BASE64_KEY },
  ]
  expect(refusalOf({ encryptionKey })).toMatch(/- encryptionKey names two keys by one id/)
})

describe("a wrong option stops the boot", () => {
  it.each([
    ["clientId", undefined],
    ["clientId", ""],
    ["clientId", "my-bot"],
    ["clientId", 112233445566],
    ["clientSecret", undefined],
    ["clientSecret", "  "],
    ["botToken", undefined],
    ["botToken", ""],
    ["encryptionKey", []],
    ["encryptionKey", [{ id: "a.b", key: HEX_KEY }]],
    ["backendUrl", undefined],
    ["backendUrl", "store.example"],
    ["backendUrl", "ftp://store.example"],
    ["redirectUrls", undefined],
    ["redirectUrls", []],
    ["redirectUrls", "https://store.example"],
    ["redirectUrls", ["/account"]],
    ["redirectUrls", ["https://store.example", "javascript:alert(1)"]],
    ["publicKey", "abc"],
    ["publicKey", "zz".repeat(32)],
    ["apiUrl", "discord.com/api"],
    ["webUrl", ""],
    ["grantOn", "placed"],
    ["revokeOnRefund", true],
    ["activityRetentionDays", 0],
    ["activityRetentionDays", 1.5],
    ["activityRetentionDays", "90"],
    ["requestsPerSecond", 0],
    ["requestsPerSecond", 51],
    ["requestsPerSecond", "45"],
    ["requestsPerSecond", Number.NaN],
  ])("%s = %j is named", (name, value) => {
    expect(refusalOf({ [name]: value })).toMatch(new RegExp(`^ {2}- ${name}\\b.{5,}$`, "m"))
  })

  it("a name it does not know is named: it may be a spelling mistake", () => {
    expect(refusalOf({ redirectUrl: "https://store.example" })).toContain(
      "- redirectUrl is not an option of this plugin",
    )
  })

  it.each([undefined, null, {}])("given %j it names every required option at once", (raw) => {
    const { message, type } = refusal(raw)
    const named = [...message.matchAll(/^ {2}- (\w+)/gm)].map(([, name]) => name)
    expect(named).toEqual(Object.keys(GIVEN))
    expect(type).toBe(MedusaError.Types.INVALID_ARGUMENT)
  })

  it.each(["options", 42, []].map((raw) => [raw]))("given %j it says what is wrong", (raw) => {
    expect(refusal(raw).message).toMatch(/- options \S+/)
  })

  it("names wrong, missing and unknown ones in one error", () => {
    const message = refusalOf({ clientId: "x", botToken: undefined, grantOn: "placed", extra: 1 })
    for (const name of ["clientId", "botToken", "grantOn", "extra"]) {
      expect(message).toContain(`- ${name} `)
    }
  })
})

describe("secrets", () => {
  it.each([
    ["a key that is too short", { encryptionKey: "hunter2hunter2" }],
    ["a key in the list that is too short", { encryptionKey: [{ id: "a", key: "hunter2" }] }],
    ["a token in the wrong place", { clientId: "hunter2" }],
    ["a token in a list", { botToken: ["hunter2"] }],
    ["a token as a URL", { backendUrl: "hunter2", apiUrl: "hunter2", redirectUrls: ["hunter2"] }],
    ["a token for a choice", { grantOn: "hunter2", revokeOnRefund: "hunter2" }],
    ["a token for a number or a key", { requestsPerSecond: "hunter2", publicKey: "hunter2" }],
    ["a token of an unknown option", { token: "hunter2" }],
  ])("%s is not quoted in the error", (_case, over) => {
    const message = refusalOf(over)
    for (const secret of ["hunter2", ...Object.values(SECRETS), HEX_KEY]) {
      expect(message).not.toContain(secret)
    }
  })
})

it("an option left out on purpose is the same as one never written", () => {
  expect(without("apiUrl")).toEqual(parse())
})

it.each([
  [{ connect: { channel: "email" } }, "- notifications.connect.template is missing"],
  [{ connect: { template: "t" } }, "- notifications.connect.channel is missing"],
  [{ reminderDays: 0 }, "- notifications.reminderDays must be at least 1 day"],
  [{ reminderDays: 1.5 }, "- notifications.reminderDays must be a whole number of days"],
])("messages set to %j are refused in words", (notifications, words) => {
  expect(refusalOf({ notifications })).toContain(words)
})
