import { HEX_KEY, SECRETS, parse, without, messageOf, refusalOf } from "./options-cases"

describe("what is missing and what is of another type are told apart, by the type alone", () => {
  it.each([
    ["clientId", undefined, "is missing: copy the Application ID"],
    ["clientId", null, "must be a text, not null: copy"],
    ["clientId", 112233445566, "must be a text, not a number (put it in quotes): copy"],
    ["clientId", "", "is empty: copy the Application ID"],
    ["clientId", "  ", "is empty: copy the Application ID"],
    ["clientSecret", 42, "must be a text, not a number (put it in quotes): copy it from OAuth2"],
    ["clientSecret", ["a"], "must be a text, not a list: copy it from OAuth2"],
    ["botToken", { token: "a" }, "must be a text, not an object: copy it from Bot"],
    ["botToken", true, "must be a text, not a boolean: copy it from Bot"],
    ["botToken", "", "is empty: copy it from Bot"],
    ["encryptionKey", undefined, "is missing: make one with"],
    [
      "encryptionKey",
      42,
      "must be 32 bytes as hex or base64, or a list of { id, key }, newest first, not a number: make one",
    ],
    [
      "encryptionKey",
      "",
      "must be 32 bytes as hex or base64, or a list of { id, key }, newest first, not an empty text",
    ],
    ["backendUrl", undefined, "is missing: give the address"],
    ["backendUrl", ["https://a.example"], "must be a text, not a list: give the address"],
    ["backendUrl", "", "is empty: give the address"],
    ["redirectUrls", "https://a.example", "must be a list, not a text: list the storefront pages"],
    ["redirectUrls", null, "must be a list, not null: list the storefront pages"],
    ["hostedPages", "Ada's", "must be an object, not a text"],
    ["publicKey", 42, "must be a text, not a number (put it in quotes)"],
    ["apiUrl", 42, "must be a text, not a number (put it in quotes): give Discord's API"],
    ["webUrl", [], "must be a text, not a list: give Discord's web origin"],
    ["grantOn", 1, 'must be "authorized" or "captured", not a number'],
    ["grantOn", "placed", 'must be "authorized" or "captured"'],
    ["revokeOnRefund", ["any"], 'must be "full", "any" or "never", not a list'],
    ["requireConnection", 1, 'must be true, false or "warn", not a number'],
    ["requireConnection", "yes", 'must be true, false or "warn"'],
    ["notifications", "email", "must be an object, not a text"],
    ["activityRetentionDays", "90", "must be a number of days, not a text"],
    ["activityRetentionDays", "", "must be a number of days, not an empty text"],
    [
      "requestsPerSecond",
      "45",
      "must be a number of requests per second, from 1 to 50, not a text",
    ],
    ["requestsPerSecond", null, "must be a number of requests per second, from 1 to 50, not null"],
    [
      "requestsPerSecond",
      Number.NaN,
      "must be a number of requests per second, from 1 to 50, not NaN",
    ],
    ["subscriptions", "recipe", 'must be a list, not a text: each entry "recipe"'],
  ])("%s = %j", (name, value, words) => {
    expect(refusalOf({ [name]: value })).toContain(`- ${name} ${words}`)
  })

  it.each([
    [
      { redirectUrls: [5, ""] },
      ["redirectUrls.0 must be a text, not a number", "redirectUrls.1 is empty"],
    ],
    [
      { notifications: { connect: { channel: 1, template: "" } } },
      [
        "notifications.connect.channel must be a text, not a number",
        "notifications.connect.template is empty",
      ],
    ],
    [
      { hostedPages: { storeName: 5, logoUrl: "", storeUrl: "x", supportUrl: "tel:1" } },
      [
        "hostedPages.storeName must be a text, not a number",
        "hostedPages.logoUrl is empty",
        "hostedPages.storeUrl is not a http(s) URL",
        "hostedPages.supportUrl is no http(s) or mailto address",
      ],
    ],
    [
      {
        subscriptions: [
          { name: 1, entity: [], events: "x", fields: null, statuses: 3, graceDays: "2" },
        ],
      },
      [
        "subscriptions.0.name must be a text, not a number",
        "subscriptions.0.entity must be a text, not a list",
        "subscriptions.0.events must be a list, not a text",
        "subscriptions.0.fields must be an object, not null",
        "subscriptions.0.statuses must be an object, not a number",
        "subscriptions.0.graceDays must be a number of days, not a text",
      ],
    ],
  ])("inside of %j, too", (over, lines) => {
    for (const line of lines) expect(refusalOf(over)).toContain(`- ${line}`)
  })

  it("says no line of zod's own", () => {
    const wrong = [1, "x", "", null, true, [], [1], {}, () => 1]
    const names = [...Object.keys(parse()), "publicKey"]
    for (const name of names) {
      for (const value of wrong) {
        const message = messageOf({ [name]: value })
        expect(message).not.toMatch(/Invalid input|Too small|Too big|Unrecognized|expected/)
      }
    }
  })
})

describe("secrets", () => {
  it.each([
    ["a key that is too short", { encryptionKey: "hunter2hunter2" }],
    ["a key in the list that is too short", { encryptionKey: [{ id: "a", key: "hunter2" }] }],
    ["a key of a few bytes, as base64", { encryptionKey: "hunter2=" }],
    ["a token in the wrong place", { clientId: "hunter2" }],
    ["a token in a list", { botToken: ["hunter2"] }],
    ["a token as a URL", { backendUrl: "hunter2", apiUrl: "hunter2", redirectUrls: ["hunter2"] }],
    [
      "a token for a choice",
      { grantOn: "hunter2", revokeOnRefund: "hunter2", requireConnection: "hunter2" },
    ],
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
