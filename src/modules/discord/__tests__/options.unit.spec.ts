import { MedusaError } from "@medusajs/framework/utils"
import { HEX_KEY, BASE64_KEY, GIVEN, parse, refusal, refusalOf } from "./options-cases"

describe("the defaults", () => {
  it("are the documented ones", () => {
    expect(parse()).toEqual({
      ...GIVEN,
      encryptionKey: [{ id: "default", key: HEX_KEY }],
      apiUrl: "https://discord.com/api",
      webUrl: "https://discord.com",
      gateway: false,
      grantOn: "authorized",
      revokeOnRefund: "full",
      requireConnection: false,
      subscriptions: [],
      hostedPages: {},
      notifications: {},
      activityRetentionDays: 90,
      requestsPerSecond: 45,
    })
  })

  it("leave out the store's pages where it names none: the plugin's own are shown", () => {
    expect(parse({ redirectUrls: undefined }).redirectUrls).toEqual([])
  })

  it.each([
    ["apiUrl", "http://127.0.0.1:4010/api"],
    ["webUrl", "http://127.0.0.1:4010"],
    ["grantOn", "captured"],
    ["revokeOnRefund", "any"],
    ["revokeOnRefund", "never"],
    ["requireConnection", true],
    ["requireConnection", "warn"],
    ["requestsPerSecond", 1],
    ["requestsPerSecond", 50],
    ["publicKey", "ab".repeat(32)],
    ["notifications", { connect: { channel: "email", template: "discord-connect" } }],
    ["notifications", { connect: { channel: "email", template: "t" }, reminderDays: 3 }],
    ["redirectUrls", []],
    [
      "hostedPages",
      {
        storeName: "Ada's",
        logoUrl: "https://cdn.example/logo.png",
        storeUrl: "https://store.example",
        supportUrl: "mailto:help@store.example",
      },
    ],
    ["hostedPages", { supportUrl: "https://store.example/contact" }],
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
    ["one byte as hex", "0f"],
    ["one byte as base64", "Dw=="],
    ["a pass phrase", "correct horse battery staple"],
    ["a list with a bad key", [{ id: "2026", key: "short" }]],
    ["a list with a key that has no name", [{ key: HEX_KEY }]],
    ["a number", 42],
    ["all zeros", "0".repeat(64)],
    ["one byte over and over, as base64", Buffer.alloc(32, 7).toString("base64")],
    ["a list with a key of one byte", [{ id: "2026", key: "ff".repeat(32) }]],
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
    ["redirectUrls", "https://store.example"],
    ["redirectUrls", ["/account"]],
    ["redirectUrls", ["https://store.example", "javascript:alert(1)"]],
    ["hostedPages", { storeName: "  " }],
    ["hostedPages", { storeName: "x".repeat(101) }],
    ["hostedPages", { logoUrl: "/logo.png" }],
    ["hostedPages", { logoUrl: "data:image/png;base64,AAAA" }],
    ["hostedPages", { storeUrl: "javascript:alert(1)" }],
    ["hostedPages", { supportUrl: "help@store.example" }],
    ["hostedPages", { colour: "red" }],
    ["publicKey", "abc"],
    ["publicKey", "zz".repeat(32)],
    ["apiUrl", "discord.com/api"],
    ["webUrl", ""],
    ["grantOn", "placed"],
    ["revokeOnRefund", true],
    ["requireConnection", "true"],
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
    expect(named).toEqual(Object.keys(GIVEN).filter((name) => name !== "redirectUrls"))
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
