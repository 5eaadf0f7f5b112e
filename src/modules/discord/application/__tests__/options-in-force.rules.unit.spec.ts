import { parseOptions } from "../../options"
import { optionsInForce } from "../options-in-force.rules"

const SECRETS = {
  clientId: "1234567890123456789",
  clientSecret: "client-secret-of-the-store",
  botToken: "bot-token-of-the-store",
  encryptionKey: "0123456789abcdef".repeat(4),
  backendUrl: "https://store.example.com",
  redirectUrls: ["https://shop.example.com/account"],
}
const READ_AT = new Date("2026-05-01T10:00:00.000Z")

const shown = (options: object, readAt: [string, Date][] = []) =>
  optionsInForce(parseOptions({ ...SECRETS, ...options }), new Map(readAt))

describe("the options that a page shows", () => {
  it("are the defaults where a store sets nothing", () => {
    expect(shown({})).toEqual({
      grant_on: "authorized",
      revoke_on_refund: "full",
      require_connection: false,
      connect_message: null,
      subscriptions: [],
      redirect_urls: ["https://shop.example.com/account"],
      hosted_pages: { store_name: null, logo_url: null, store_url: null, support_url: null },
      gateway: false,
      requests_per_second: 45,
      activity_retention_days: 90,
    })
  })

  it.each([
    ["no message, so no reminder either", { reminderDays: 3 }, null],
    [
      "a message",
      { connect: { channel: "email", template: "d-1" } },
      { channel: "email", reminder_days: null },
    ],
    [
      "a message and a reminder",
      { connect: { channel: "sms", template: "d-1" }, reminderDays: 3 },
      { channel: "sms", reminder_days: 3 },
    ],
  ])("say of notifications: %s", (_case, notifications, expected) => {
    expect(shown({ notifications }).connect_message).toEqual(expected)
  })

  it("say when a source was read, and nothing where only its own code can tell", () => {
    const read = () => Promise.resolve(null)
    const subscriptions = [
      { preset: "reorder", graceDays: 2 },
      "recipe",
      { name: "own", events: [], read },
    ]
    expect(
      shown({ subscriptions }, [
        ["reorder", READ_AT],
        ["own", READ_AT],
      ]).subscriptions,
    ).toEqual([
      { name: "reorder", grace_days: 2, read_at: READ_AT.toISOString() },
      { name: "recipe", grace_days: expect.any(Number) as number, read_at: null },
      { name: "own", grace_days: 0, read_at: null },
    ])
  })

  it("give no secret away, not even one in an address", () => {
    const answer = JSON.stringify(
      shown({
        redirectUrls: ["https://ann:hunter2@shop.example.com/account"],
        hostedPages: { logoUrl: "https://ann:hunter2@cdn.example.com/logo.png" },
      }),
    )
    expect(answer).toContain("https://cdn.example.com/logo.png")
    expect(answer).toContain("https://shop.example.com/account")
    for (const secret of [
      "hunter2",
      SECRETS.clientSecret,
      SECRETS.botToken,
      SECRETS.encryptionKey,
    ]) {
      expect(answer).not.toContain(secret)
    }
  })
})
