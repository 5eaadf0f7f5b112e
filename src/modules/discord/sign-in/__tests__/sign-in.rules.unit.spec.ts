import { isAbandoned, signInEffect, signInMetadata, type LinkedAccount } from "../sign-in.rules"

const BOTH = ["identify", "guilds.join"]
const SIGNED_IN = ["identify", "email", "guilds.join"]
const linked = (over: Partial<LinkedAccount> = {}): LinkedAccount => ({
  discord_user_id: "1",
  status: "linked",
  scopes: BOTH,
  has_tokens: true,
  ...over,
})
const DAY_MS = 24 * 60 * 60_000

describe("what a sign-in does to a customer's connection", () => {
  it.each([
    ["connects whom nobody has connected", null, false, SIGNED_IN, "connect"],
    ["leaves who disconnected since", null, true, SIGNED_IN, "stays_disconnected"],
    ["renews the tokens of who is connected", linked(), true, SIGNED_IN, "renew"],
    ["renews those of who connected by a button", linked(), false, SIGNED_IN, "renew"],
    ["leaves another account", linked({ discord_user_id: "2" }), false, SIGNED_IN, "other_account"],
    [
      "leaves another account, broken or not",
      linked({ discord_user_id: "2", status: "token_invalid" }),
      true,
      SIGNED_IN,
      "other_account",
    ],
    [
      "mends what Discord refused",
      linked({ status: "token_invalid", has_tokens: false }),
      true,
      SIGNED_IN,
      "connect",
    ],
    [
      "takes the consent that an admin's link had not",
      linked({ scopes: [], has_tokens: false }),
      false,
      SIGNED_IN,
      "connect",
    ],
    [
      "is news when it allows to join",
      linked({ scopes: ["identify"] }),
      true,
      SIGNED_IN,
      "connect",
    ],
    ["keeps what allows more", linked(), true, ["identify", "email"], "keep"],
    ["renews what allows as little", linked({ scopes: ["identify"] }), true, ["identify"], "renew"],
  ] as const)("%s", (_, account, connected_before, scopes, effect) => {
    expect(signInEffect({ linked: account, connected_before, discord_user_id: "1", scopes })).toBe(
      effect,
    )
  })
})

describe("what a sign-in leaves in the Auth Module", () => {
  it("is read, whatever else stands there", () => {
    expect(
      signInMetadata({
        sealed_consent: "default.x.1",
        consented_at: "2026-01-02T03:04:05.000Z",
        connected_customer_id: "cus_1",
        password: "x",
      }),
    ).toEqual({
      sealed_consent: "default.x.1",
      consented_at: new Date("2026-01-02T03:04:05.000Z"),
      connected_customer_id: "cus_1",
    })
    for (const nothing of [null, undefined, "text", 7, []]) {
      expect(signInMetadata(nothing).sealed_consent ?? null).toBeNull()
    }
    expect(signInMetadata({ sealed_consent: 7, consented_at: "soon" })).toMatchObject({
      sealed_consent: null,
      consented_at: null,
    })
  })

  it("is dropped after a week, and at once without a date", () => {
    const now = new Date("2026-01-10T00:00:00.000Z")
    const ago = (ms: number) => ({ consented_at: new Date(now.getTime() - ms) })
    expect(isAbandoned(ago(7 * DAY_MS), now)).toBe(false)
    expect(isAbandoned(ago(7 * DAY_MS + 1), now)).toBe(true)
    expect(isAbandoned({ consented_at: null }, now)).toBe(true)
  })
})
